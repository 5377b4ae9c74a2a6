/**
 * The messages between page, frame and worker. The page trusts none of them: `parse*` checks everything that comes out of
 * the sandbox.
 */
import * as v from "valibot";
import type { DocPage } from "../docs/docs";
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { RunLimits, ScriptError } from "../runtime/host";
import { boundedList } from "../shared/bounded-list";
import type { HttpRequest } from "../shared/http-message";
import { isJson } from "../shared/is-json";
import type { JsonValue } from "../shared/json";
import { parseOrNull } from "../shared/parse-with";

/** What a run needs. In mock mode that includes the simulated worlds, in live mode only the source. */
export interface RunJob {
  readonly name: string;
  readonly source: string;
  readonly limits: RunLimits;
  /** The reference if the script may read it (`mayReadDocs`). Otherwise empty, since it is as large as the simulator. */
  readonly docs: readonly DocPage[];
  /** By integration; those without a simulator get their accounts from here. */
  readonly accounts: readonly { readonly integration: string; readonly names: readonly string[] }[];
  /** `seed`: of a live run's VM (`instantiateLua`). */
  readonly door:
    | { readonly kind: "mock"; readonly worlds: Worlds }
    | { readonly kind: "live"; readonly seed: number };
}

/** Page → frame. */
export type ToFrame =
  | {
      readonly kind: "boot";
      readonly wasm: ArrayBuffer;
      readonly workerSource: string;
      readonly gateSource: string;
    }
  /** `front`: a script that runs before the worker's own. */
  | {
      readonly kind: "spawn";
      readonly id: number;
      readonly port: MessagePort;
      readonly front?: string;
    }
  /** A live call's answer, or what a person did in the world of a mock run (`WorldEvents` as JSON). */
  | { readonly kind: "tell"; readonly id: number; readonly text: string }
  /** The worker has read a chunk of such a text and asks for the next one. */
  | { readonly kind: "more"; readonly id: number }
  /** Bytes of the worker's messages that the page has processed (`Backlog`). */
  | { readonly kind: "took"; readonly id: number; readonly bytes: number }
  | { readonly kind: "kill"; readonly id: number };

/** Frame → page. */
export type FromFrame =
  /** `shared`: its workers share memory with it. */
  | { readonly kind: "loaded"; readonly shared: boolean }
  | { readonly kind: "failed"; readonly id: number | null; readonly message: string };

/** Frame → worker, once. */
export interface WorkerStart {
  readonly module: WebAssembly.Module;
  readonly port: MessagePort;
  /** `null` without isolation. Then live calls are impossible, and a mock run learns nothing new while it runs. */
  readonly buffer: SharedArrayBuffer | null;
  /** Of a `Backlog`; `null` without isolation. */
  readonly backlog: SharedArrayBuffer | null;
}

/** Frame → gate, once: the page's end and the worker's, between which it sits. */
export interface GateStart {
  readonly page: MessagePort;
  readonly box: MessagePort;
}

/** Worker → gate → page. */
export type FromWorker =
  | { readonly kind: "ready" }
  /** The VM is there, and the script begins. */
  | { readonly kind: "begun" }
  /** The worker has read a chunk of a text from the page, and asks for the next one. */
  | { readonly kind: "more" }
  | { readonly kind: "output"; readonly frames: Uint8Array<ArrayBuffer> }
  /** What mock calls changed in the worlds, and their rows. */
  | { readonly kind: "runEvents"; readonly events: WorldEvents; readonly rows: readonly unknown[] }
  /** A mock run learned, at its nth check, what a person did in the worlds (`WorldEvents` as JSON). */
  | { readonly kind: "heard"; readonly look: number; readonly text: string }
  /** What a live run's clocks showed since the last such message, so that the run can be replayed. */
  | { readonly kind: "clocks"; readonly values: readonly number[] }
  /** A live call. `computedMs`: how long the script has computed since the last response. */
  | { readonly kind: "call"; readonly text: string; readonly computedMs: number }
  | {
      readonly kind: "done";
      readonly result: readonly JsonValue[];
      readonly exact?: string;
      readonly error: ScriptError | null;
      readonly memoryBytes: number;
    }
  | { readonly kind: "crashed"; readonly message: string };

/** Page → gate → worker: prepare if there is time, then run once. */
export type ToWorker =
  /**
   * Makes the VM with this seed (`instantiateLua`), then calls every function once in these worlds. A run with another seed
   * makes another VM.
   */
  | { readonly kind: "prepare"; readonly seed: number; readonly worlds: Worlds | null }
  | { readonly kind: "run"; readonly job: RunJob };

const text = v.pipe(v.string(), v.maxLength(8 * 1024 * 1024));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A run's results may be nested 512 levels deep. */
export const jsonList = v.custom<readonly JsonValue[]>((value) => Array.isArray(value) && isJson(value, 513));

const fromFrame = v.variant("kind", [
  v.object({ kind: v.literal("loaded"), shared: v.boolean() }),
  v.object({ kind: v.literal("failed"), id: v.nullable(whole), message: text }),
]);

export const scriptError = v.strictObject({
  message: text,
  advice: v.exactOptional(text),
  line: v.nullable(whole),
  traceback: boundedList(
    v.strictObject({ line: whole, what: text, skippedAfter: v.exactOptional(whole) }),
    1_000,
  ),
});

// Strict: extra fields of a message would not be counted.
const fromWorker = v.variant("kind", [
  v.strictObject({ kind: v.picklist(["ready", "begun", "more"]) }),
  v.strictObject({
    kind: v.literal("output"),
    frames: v.custom<Uint8Array<ArrayBuffer>>(
      (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
    ),
  }),
  v.strictObject({
    kind: v.literal("runEvents"),
    events: v.record(v.string(), boundedList(v.unknown(), 100_000)),
    rows: boundedList(v.unknown(), 1_000),
  }),
  v.strictObject({
    kind: v.literal("call"),
    text: v.pipe(v.string(), v.maxLength(1024 * 1024)),
    computedMs: v.number(),
  }),
  v.strictObject({ kind: v.literal("heard"), look: whole, text }),
  v.strictObject({ kind: v.literal("clocks"), values: boundedList(v.number(), 10_000) }),
  v.strictObject({
    kind: v.literal("done"),
    result: jsonList,
    exact: v.exactOptional(text),
    error: v.nullable(scriptError),
    memoryBytes: whole,
  }),
  v.strictObject({ kind: v.literal("crashed"), message: text }),
]);

/** Parses a frame's message. Returns `null` if it is malformed. */
export function parseFromFrame(value: unknown): FromFrame | null {
  return parseOrNull(fromFrame, value);
}

/** Parses a worker's message. Returns `null` if it is malformed. */
export function parseFromWorker(value: unknown): FromWorker | null {
  return parseOrNull(fromWorker, value);
}

const request = v.object({
  method: v.picklist(["GET", "POST", "DELETE", "OPTIONS"]),
  url: text,
  headers: v.record(v.string(), text),
  body: v.nullable(text),
}) satisfies v.GenericSchema<unknown, HttpRequest>;

const row = v.object({
  id: whole,
  path: text,
  group: v.nullable(text),
  name: v.nullable(text),
  icon: v.nullable(text),
  kind: v.nullable(v.picklist(["read", "write"])),
  account: v.nullable(text),
  line: v.nullable(whole),
  args: jsonList,
  startedMs: v.number(),
  durationMs: v.number(),
  status: v.picklist(["ok", "error", "unknown"]),
  error: v.nullable(text),
  request: v.nullable(request),
  response: v.nullable(v.object({ status: whole, headers: v.record(v.string(), text), body: text })),
});

/** Parses a call's row as a worker sent it. Throws an error that names the field. */
export function parseRow(value: unknown): v.InferOutput<typeof row> {
  return v.parse(row, value);
}
