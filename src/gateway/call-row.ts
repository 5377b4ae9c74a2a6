import type { CallKind } from "../integrations/catalog";
import type { Exchange, HttpRequest } from "../shared/http-message";
import type { JsonValue } from "../shared/json";

/** What became of a call. `unknown`: a write left, and the connection was lost before its answer (it may have happened). */
export type CallStatus = "ok" | "error" | "unknown";

/** One call a script made, as the calls pane and the run's result show it. Holds no token. */
export interface CallRow extends Exchange {
  /** Counts from 1 within a run. */
  readonly id: number;
  /** As the script wrote it: `app.integrations.whatsapp.support.send_message`. */
  readonly path: string;
  /** Integration id, or `null` if the path names none. */
  readonly group: string | null;
  /** Function name, or `null` if the path names none. */
  readonly name: string | null;
  /** Name of the icon that the host's call log has for the function. */
  readonly icon: string | null;
  readonly kind: CallKind | null;
  readonly account: string | null;
  /** The call's line in the script, or `null` if it was not made from one. */
  readonly line: number | null;
  /** Arguments as the script gave them. */
  readonly args: readonly JsonValue[];
  /** Milliseconds since the run began. */
  readonly startedMs: number;
  readonly durationMs: number;
  readonly status: CallStatus;
  /** The text raised in Lua, without position, or `null` if the call succeeded. */
  readonly error: string | null;
  /** As sent, with its Authorization masked. */
  readonly request: HttpRequest | null;
}
