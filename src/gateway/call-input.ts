import type { JsonValue } from "../shared/json";
import { messageOf } from "../shared/message-of";
import type { Result } from "../shared/result";

/** One call as it left the script. */
export interface CallInput {
  /** Below `app`: `["integrations", "whatsapp", "send_message"]`. */
  readonly path: readonly string[];
  readonly args: readonly JsonValue[];
  readonly line: number | null;
  /** What the call's row keeps of the arguments. */
  readonly shownArgs: readonly JsonValue[];
}

/** Nesting allowed in arguments (`docs/runtime.md`), the argument list itself not counted. */
const MAX_DEPTH = 64;
const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_PATH_CHARACTERS = 64 * 1024;
/** Arguments longer than this are not kept for the call's row. */
const KEPT_CHARACTERS = 256 * 1024;

/**
 * Parses a call's JSON as `Host.call` takes it. The text may come from a hostile worker, and a script can make a path of
 * any length. A failure's message names the field.
 */
export function parseCallInput(text: string): Result<CallInput> {
  try {
    return { ok: true, value: parse(text) };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

function parse(text: string): CallInput {
  if (text.length > MAX_CHARACTERS) throw new Error("A call's arguments may take 8 MB at most.");
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new Error("A call must be an object.");
  const path = "path" in value ? value.path : null;
  const args = "args" in value ? value.args : null;
  const line = "line" in value ? value.line : null;
  if (!isPath(path)) throw new Error('A call\'s "path" must be a list of names.');
  if (!Array.isArray(args) || !isShallow(args)) {
    throw new Error(`A call's "args" must be a list, nested ${MAX_DEPTH} levels at most.`);
  }
  if (line !== null && !(typeof line === "number" && Number.isInteger(line) && line > 0)) {
    throw new Error('A call\'s "line" must be a line number or null.');
  }
  const shownArgs = text.length > KEPT_CHARACTERS ? [`(${text.length} characters, not kept)`] : args;
  return { path, args, line, shownArgs };
}

function isPath(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((part) => typeof part === "string") &&
    value.reduce((sum, part) => sum + part.length + 1, 0) <= MAX_PATH_CHARACTERS
  );
}

/** Nested `MAX_DEPTH` levels at most. Walks level by level: a hostile depth must not overflow the page's stack. */
export function isShallow(args: readonly unknown[]): boolean {
  let level: readonly unknown[] = args;
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return true;
  }
  return !level.some((value) => typeof value === "object" && value !== null);
}
