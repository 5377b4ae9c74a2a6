import type { ScriptError } from "../runtime/host";
import type { JsonValue } from "../shared/json";

export type RunEnd =
  | {
      readonly kind: "finished";
      readonly result: readonly JsonValue[];
      readonly elapsedMs: number;
      readonly memoryBytes: number;
    }
  /** `elapsedMs` is the script's own time. */
  | {
      readonly kind: "failed";
      readonly error: ScriptError;
      readonly elapsedMs: number;
      readonly memoryBytes: number;
    }
  | { readonly kind: "stopped"; readonly elapsedMs: number };
