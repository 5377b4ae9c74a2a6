/** A fault rule as typed, checked, and turned into one of the world's. */
import * as v from "valibot";
import type { ErrorCode } from "../../simulator/graph/error-table";
import { type Fault, FaultSchema } from "../../simulator/world/fault";
import type { World } from "../../simulator/world/world";
import { callsSoFar } from "./fault-words";

export interface FaultDraft {
  /** The rule that is changed, by its place in the list; null: a new one. */
  readonly index: number | null;
  readonly operation: Fault["operation"];
  /** The first call hit, as typed. */
  readonly from: string;
  readonly span: "once" | "several" | "on";
  /** How many calls, as typed; counts when `span` is `several`. */
  readonly count: string;
  readonly effect: Fault["effect"]["kind"];
  readonly code: ErrorCode;
  /** Counts with code 190; empty: none. */
  readonly subcode: string;
  readonly status: string;
  readonly contentType: string;
  readonly body: string;
  /** Seconds, as typed. */
  readonly slow: string;
  readonly when: "before" | "after";
}

/** What is wrong, by field. */
export type FaultErrors = Readonly<Partial<Record<keyof FaultDraft | "rule", string>>>;

/** A new rule's draft, for the next send_message, or one with an existing rule's values. */
export function faultDraft(world: World, index: number | null): FaultDraft {
  const fault = index === null ? undefined : world.faults[index];
  const operation = fault?.operation ?? "send_message";
  const effect = fault?.effect;
  const count = fault === undefined ? 1 : fault.count;
  return {
    index: fault === undefined ? null : index,
    operation,
    from: String(fault?.from ?? callsSoFar(world, operation) + 1),
    span: count === null ? "on" : count === 1 ? "once" : "several",
    count: String(count === null || count === 1 ? 3 : count),
    effect: effect?.kind ?? "error",
    code: effect?.kind === "error" ? effect.code : 131057,
    subcode: effect?.kind === "error" && effect.subcode !== null ? String(effect.subcode) : "",
    status: effect?.kind === "http" ? String(effect.status) : "502",
    contentType: effect?.kind === "http" ? effect.contentType : "text/html",
    body: effect?.kind === "http" ? effect.body : "<html><body>Bad gateway</body></html>",
    slow: effect?.kind === "slow" ? String(effect.ms / 1000) : "5",
    when: effect?.kind === "timeout" || effect?.kind === "cut" ? effect.when : "after",
  };
}

/** The rule that the draft says, or what is wrong with it. */
export function readFault(
  draft: FaultDraft,
): { ok: true; fault: Fault } | { ok: false; errors: FaultErrors } {
  const errors: { -readonly [Field in keyof FaultErrors]: FaultErrors[Field] } = {};
  const from = wholeNumber(draft.from, 1, Number.MAX_SAFE_INTEGER);
  if (from === null) errors.from = "Type a number from 1 on: the 1st, 2nd, 3rd… call since the world began.";
  const count = draft.span === "once" ? 1 : wholeNumber(draft.count, 1, Number.MAX_SAFE_INTEGER);
  if (draft.span === "several" && count === null) errors.count = "Type how many calls: a number from 1 on.";
  if (draft.effect === "http" && wholeNumber(draft.status, 200, 599) === null)
    errors.status = "Type an HTTP status from 200 to 599.";
  const slow = Number(draft.slow.trim().replace(",", "."));
  if (draft.effect === "slow" && !(draft.slow.trim() !== "" && slow >= 0 && slow <= 600))
    errors.slow = "Type seconds from 0 to 600.";
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const parsed = v.safeParse(FaultSchema, {
    operation: draft.operation,
    from,
    count: draft.span === "on" ? null : count,
    effect: effectOf(draft, Math.round(slow * 1000)),
  });
  // What is left are bounds that only the schema knows.
  if (!parsed.success) return { ok: false, errors: { rule: `${parsed.issues[0].message}.` } };
  return { ok: true, fault: parsed.output };
}

function effectOf(draft: FaultDraft, slowMs: number): Fault["effect"] {
  switch (draft.effect) {
    case "error": {
      const subcode = draft.subcode === "" ? null : wholeNumber(draft.subcode, 0, Number.MAX_SAFE_INTEGER);
      return { kind: "error", code: draft.code, subcode };
    }
    case "http":
      return { kind: "http", status: Number(draft.status), contentType: draft.contentType, body: draft.body };
    case "slow":
      return { kind: "slow", ms: slowMs };
    default:
      return { kind: draft.effect, when: draft.when };
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,16}$/.test(trimmed)) return null;
  const number = Number(trimmed);
  return number >= least && number <= most ? number : null;
}
