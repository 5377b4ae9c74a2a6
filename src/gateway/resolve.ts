import type { CalledFunction, Catalog, Integration } from "../integrations/catalog";
import { byNearness } from "../shared/nearest";
import { failure, type Result } from "../shared/result";

/** A path that names a function. */
export interface Target {
  readonly integration: Integration;
  readonly fn: CalledFunction;
  /** The account in the path; `default` when the path names none. */
  readonly account: string;
}

export const DEFAULT_ACCOUNT = "default";

/**
 * Resolves a path below `app`, `integrations.<id>[.<account>].<function>` (`docs/runtime.md`).
 * `accountNames` are those that exist beside `default`. A failure's message is the text to raise.
 */
export function resolve(
  path: readonly string[],
  catalog: Catalog,
  accountNames: (integration: string) => readonly string[],
): Result<Target> {
  // The host joins a path's parts by dots, so a part with dots in it names the same function there.
  const parts = path.length === 0 ? [] : path.join(".").split(".");
  const unknown = () => `Unknown function: ${["app", ...parts].join(".")}`;
  const integration = catalog.integrations.find(({ id }) => parts[0] === "integrations" && id === parts[1]);
  if (integration === undefined || parts.length < 3 || parts.length > 4) return failure(unknown());
  const account = parts.length === 4 ? (parts[2] ?? "") : DEFAULT_ACCOUNT;
  if (account !== DEFAULT_ACCOUNT && !accountNames(integration.id).includes(account))
    return failure(unknown());
  const name = parts.at(-1) ?? "";
  const wanted = name.startsWith(`${integration.id}_`) ? name.slice(integration.id.length + 1) : name;
  const fn = integration.functions.find((f) => f.name === name || f.name === wanted);
  if (fn !== undefined) return { ok: true, value: { integration, fn, account } };
  const names = integration.functions.map((f) => f.name);
  return failure(`${unknown()}. Did you mean: ${byNearness(wanted, names).join(", ")}`);
}
