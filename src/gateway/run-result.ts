import type { JsonValue } from "../shared/json";
import type { CallRow } from "./call-row";

/** The result of a run, as the host's `integrations:lua --json` prints it (`docs/runtime.md`). */
export interface RunResult {
  readonly success: boolean;
  /** Every printed line, joined by `\n`. */
  readonly output: string;
  readonly error: string | null;
  readonly result: readonly JsonValue[];
  readonly execution_time_ms: number;
  /** Bytes. */
  readonly memory_usage: number;
  readonly integration_calls: readonly IntegrationCall[];
  readonly meta: { readonly script: string; readonly mode: "mock" | "live" };
}

export interface IntegrationCall {
  readonly path: string;
  readonly durationMs: number;
  readonly status: "ok" | "error";
  readonly error: string | null;
  readonly name: string | null;
  readonly group: string | null;
}

/** A call's row in the words of the result object; an unknown outcome counts as an error there. */
export function integrationCall(row: CallRow): IntegrationCall {
  return {
    path: row.path,
    durationMs: row.durationMs,
    status: row.status === "ok" ? "ok" : "error",
    error: row.error,
    name: row.name,
    group: row.group,
  };
}
