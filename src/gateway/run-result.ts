import type { JsonValue } from "../shared/json";
import type { CallRow } from "./call-row";

/** A run that is over, as its result object needs it. */
export interface EndedRun {
  readonly script: string;
  readonly mode: "mock" | "live";
  /** Every printed line, joined by `\n`. */
  readonly output: string;
  /** The error's message, or `null` if the run succeeded. */
  readonly error: string | null;
  readonly returned: ReturnedValues;
  readonly elapsedMs: number;
  readonly memoryBytes: number;
  readonly calls: readonly CallRow[];
}

/** What a script returned. */
export interface ReturnedValues {
  readonly result: readonly JsonValue[];
  /** The same as indented JSON, if it has integers that JavaScript would round. In `result` they are text. */
  readonly exact?: string;
}

/** The result of a run as JSON, as the host's `integrations:lua --json` prints it (`docs/runtime.md`). */
export function runResultText(run: EndedRun): string {
  const { error, returned } = run;
  const failed = error !== null;
  const fields = {
    success: !failed,
    output: run.output,
    error,
    result: failed || returned.exact !== undefined ? null : returned.result,
    execution_time_ms: tenths(run.elapsedMs),
    memory_usage: failed ? null : run.memoryBytes,
    integration_calls: run.calls.map(integrationCall),
    meta: { script: run.script, mode: run.mode },
  };
  const text = JSON.stringify(fields, null, INDENT);
  const { exact } = returned;
  if (failed || exact === undefined) return text;
  // A line break in front is enough to find the field: in a JSON string it would be an escape.
  return text.replace('\n    "result": null', () => `\n    "result": ${exact.replaceAll("\n", "\n    ")}`);
}

/** As PHP indents JSON. */
const INDENT = 4;

/** The returned values as one JSON array, as the host prints them after the output. */
export function returnedText({ result, exact }: ReturnedValues): string {
  return exact ?? JSON.stringify(result, null, INDENT);
}

/** A call's row in the words of the host's call log. There, an unknown outcome counts as an error. */
function integrationCall({ path, durationMs, status, error, icon, name }: CallRow) {
  const below = path.replace(/^app(?:\.|$)/, "");
  const [root, group = root] = below.split(".");
  return {
    path: below,
    durationMs: tenths(durationMs),
    status: status === "ok" ? "ok" : "error",
    ...(error !== null && { error }),
    ...(name !== null && { icon: icon ?? "ph:wrench", name: titleOf(name) }),
    group: root === "integrations" ? group : root,
  };
}

/** `send_message` as the host titles it: `Send Message`. */
function titleOf(name: string): string {
  return name
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
