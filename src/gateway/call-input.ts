import { count } from "../shared/counted";
import { isJsonArray, isJsonObject, type JsonValue, member, parseJson } from "../shared/json";
import { failure, type Result } from "../shared/result";

/** One call as it left the script. */
export interface CallInput {
  /** Below `app`: `["integrations", "whatsapp", "send_message"]`. */
  readonly path: readonly string[];
  readonly args: readonly JsonValue[];
  readonly line: number | null;
  /** The arguments as kept in the call's row. */
  readonly shownArgs: readonly JsonValue[];
}

/** Nesting allowed in arguments (`docs/runtime.md`), the argument list itself not counted. */
const MAX_DEPTH = 64;
/** Values in arguments, lists and objects included: what a person can be asked about, and far more than any API takes. */
const MAX_VALUES = 10_000;
/** Characters of one call: many times what any real one needs. */
export const LONGEST_CALL = 512 * 1024;
export const CALL_TOO_LONG = "The arguments of a call can be at most 512 kB.";
const MAX_PATH_CHARACTERS = 64 * 1024;
/** Arguments longer than this are not kept for the call's row. */
const KEPT_CHARACTERS = 256 * 1024;

/**
 * Parses a call's JSON as `Host.call` takes it. The text may come from a hostile worker, and a script can make a path of any
 * length. A failure's message names the field.
 */
export function parseCallInput(text: string): Result<CallInput> {
  if (text.length > LONGEST_CALL) return failure(CALL_TOO_LONG);
  const call = parseJson(text);
  if (!isJsonObject(call)) return failure("A call must be a JSON object.");
  const [path, args, line] = [member(call, "path"), member(call, "args"), member(call, "line") ?? null];
  if (!isPath(path)) return failure('A call\'s "path" must be a list of names.');
  if (!isJsonArray(args)) return failure('A call\'s "args" must be a list.');
  if (!isModest(args))
    return failure(
      `A call's arguments can hold at most ${count(MAX_VALUES)} values, nested at most ${MAX_DEPTH} levels deep.`,
    );
  if (line !== null && !(typeof line === "number" && Number.isInteger(line) && line > 0))
    return failure('A call\'s "line" must be a line number or null.');
  const shownArgs = text.length > KEPT_CHARACTERS ? [notKept(text.length)] : args;
  return { ok: true, value: { path, args, line, shownArgs } };
}

const notKept = (characters: number) => `(${characters} characters, not kept)`;

/** Whether a row's arguments are those of the call. Those that are too long are only counted. */
export function keepsArgs([first]: readonly JsonValue[]): boolean {
  return typeof first !== "string" || !/^\(\d+ characters, not kept\)$/.test(first);
}

function isPath(value: JsonValue | undefined): value is readonly string[] {
  return (
    isJsonArray(value) &&
    value.every((part) => typeof part === "string") &&
    value.reduce((sum, part) => sum + part.length + 1, 0) <= MAX_PATH_CHARACTERS
  );
}

/**
 * Whether a value is nested at most `MAX_DEPTH` levels deep and has at most `MAX_VALUES` values. Walks level by level and stops
 * at the limits, so that no hostile depth overflows the page's stack and no hostile breadth keeps it busy.
 */
export function isModest(args: readonly unknown[]): boolean {
  let level: unknown[] = [args];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const inside: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (depth > MAX_DEPTH + 1) return false;
      for (const item of Object.values(value)) {
        values += 1;
        if (values > MAX_VALUES) return false;
        inside.push(item);
      }
    }
    level = inside;
  }
  return true;
}
