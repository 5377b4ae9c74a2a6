import { isJsonArray, isJsonObject, type JsonValue, member, parseJson } from "../shared/json";
import { failure, type Result } from "../shared/result";

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
  if (text.length > MAX_CHARACTERS) return failure("A call's arguments may take 8 MB at most.");
  const call = parseJson(text);
  if (!isJsonObject(call)) return failure("A call must be a JSON object.");
  const [path, args, line] = [member(call, "path"), member(call, "args"), member(call, "line") ?? null];
  if (!isPath(path)) return failure('A call\'s "path" must be a list of names.');
  if (!isJsonArray(args) || !isShallow(args))
    return failure(`A call's "args" must be a list, nested ${MAX_DEPTH} levels at most.`);
  if (line !== null && !(typeof line === "number" && Number.isInteger(line) && line > 0))
    return failure('A call\'s "line" must be a line number or null.');
  const shownArgs = text.length > KEPT_CHARACTERS ? [`(${text.length} characters, not kept)`] : args;
  return { ok: true, value: { path, args, line, shownArgs } };
}

function isPath(value: JsonValue | undefined): value is readonly string[] {
  return (
    isJsonArray(value) &&
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
