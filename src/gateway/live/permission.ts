import type { CallKind } from "../../integrations/catalog";

export type Permission = "allow" | "ask" | "deny";

/**
 * Whether a live call may be sent.
 *
 * @param allowedForRun the person has answered "Send all in this run" for calls of this kind. It answers an `ask`, but never
 *   overrides a `deny` that was set since.
 */
export function decidePermission(
  settings: Readonly<Record<CallKind, Permission>>,
  kind: CallKind,
  allowedForRun: boolean,
): Permission {
  const set = settings[kind];
  return set === "ask" && allowedForRun ? "allow" : set;
}

/** Raised if the setting is `deny`; word for word as in `docs/runtime.md`. */
export function deniedMessage(integration: string, kind: CallKind): string {
  return `Integration '${integration}' ${kind} access denied. Enable it in /settings → Integrations`;
}

/** Raised if the setting is `ask` and the person says no; word for word as in `docs/runtime.md`. */
export function refusedMessage(integration: string, kind: CallKind): string {
  return (
    `Integration '${integration}' ${kind} requires approval. ` +
    "Ask the user to change the permission in /settings → Integrations"
  );
}
