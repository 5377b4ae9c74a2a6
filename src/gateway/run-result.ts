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

export interface IntegrationCall extends Pick<CallRow, "path" | "durationMs" | "error" | "name" | "group"> {
  readonly status: "ok" | "error";
}

/** A call's row in the words of the result object. There, an unknown outcome counts as an error. */
export function integrationCall({ path, durationMs, status, error, name, group }: CallRow): IntegrationCall {
  return { path, durationMs, status: status === "ok" ? "ok" : "error", error, name, group };
}
