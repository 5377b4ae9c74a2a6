/**
 * What the page, the frame and the worker say to each other. The page believes nothing it hears: `parse*` checks every
 * message that comes out of the box.
 */
import * as v from "valibot";
import type { WorldEvents, Worlds } from "../integrations/simulation";
import type { RunLimits, TraceFrame } from "../runtime/host";
import type { HttpRequest } from "../shared/http-message";
import type { JsonValue } from "../shared/json";

/** What a run needs. In mock mode the simulated worlds travel in; in live mode nothing but the source does. */
export interface RunJob {
  readonly name: string;
  readonly source: string;
  readonly limits: RunLimits;
  /** Lets docs.read name the accounts. */
  readonly accounts: readonly { readonly integration: string; readonly names: readonly string[] }[];
  readonly door: { readonly kind: "mock"; readonly worlds: Worlds } | { readonly kind: "live" };
}

/** Page → frame. */
export type ToFrame =
  | { readonly kind: "boot"; readonly wasm: ArrayBuffer; readonly workerSource: string }
  | { readonly kind: "spawn"; readonly id: number; readonly port: MessagePort }
  /** A live call's answer, or what a person did in the world of a mock run (`WorldEvents` as JSON). */
  | { readonly kind: "tell"; readonly id: number; readonly text: string }
  | { readonly kind: "kill"; readonly id: number };

/** Frame → page. */
export type FromFrame =
  | { readonly kind: "loaded" }
  | { readonly kind: "failed"; readonly id: number | null; readonly message: string };

/** Frame → worker, once. */
export interface WorkerStart {
  readonly module: WebAssembly.Module;
  readonly port: MessagePort;
  /** Null without isolation: live calls are not possible then, and a mock run hears of nothing while it goes on. */
  readonly buffer: SharedArrayBuffer | null;
}

/** Worker → page. */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "output"; readonly frames: Uint8Array<ArrayBuffer> }
  /** What mock calls did to the worlds, and their rows. */
  | { readonly kind: "news"; readonly events: WorldEvents; readonly rows: readonly unknown[] }
  /** A live call; `computedMs`: what the script computed since the last answer. */
  | { readonly kind: "call"; readonly text: string; readonly computedMs: number }
  | {
      readonly kind: "done";
      readonly result: readonly JsonValue[];
      readonly error: {
        message: string;
        line: number | null;
        traceback: readonly TraceFrame[];
      } | null;
      readonly memoryBytes: number;
    }
  | { readonly kind: "crashed"; readonly message: string };

/** Page → worker, over its port: warm up at most once, then run once. */
export type ToWorker =
  | { readonly kind: "warmUp"; readonly worlds: Worlds }
  | { readonly kind: "run"; readonly job: RunJob };

const text = v.pipe(v.string(), v.maxLength(8 * 1024 * 1024));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
// JSON.parse made it, or structured clone: its depth and content are checked by whoever reads it.
const json = v.custom<JsonValue>((value) => value !== undefined && typeof value !== "function");

const fromFrame = v.variant("kind", [
  v.object({ kind: v.literal("loaded") }),
  v.object({ kind: v.literal("failed"), id: v.nullable(whole), message: text }),
]);

const fromWorker = v.variant("kind", [
  v.object({ kind: v.literal("ready") }),
  v.object({
    kind: v.literal("output"),
    frames: v.custom<Uint8Array<ArrayBuffer>>(
      (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
    ),
  }),
  v.object({
    kind: v.literal("news"),
    events: v.record(v.string(), v.array(v.unknown())),
    rows: v.array(v.unknown()),
  }),
  v.object({ kind: v.literal("call"), text, computedMs: v.number() }),
  v.object({
    kind: v.literal("done"),
    result: v.array(json),
    error: v.nullable(
      v.object({
        message: text,
        line: v.nullable(whole),
        traceback: v.array(v.object({ line: whole, what: text, skippedAfter: v.exactOptional(whole) })),
      }),
    ),
    memoryBytes: whole,
  }),
  v.object({ kind: v.literal("crashed"), message: text }),
]);

/** A frame's message, or null when it is none. */
export function parseFromFrame(value: unknown): FromFrame | null {
  const parsed = v.safeParse(fromFrame, value);
  return parsed.success ? parsed.output : null;
}

/** A worker's message, or null when it is none. */
export function parseFromWorker(value: unknown): FromWorker | null {
  const parsed = v.safeParse(fromWorker, value);
  return parsed.success ? parsed.output : null;
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
  kind: v.nullable(v.picklist(["read", "write"])),
  account: v.nullable(text),
  line: v.nullable(whole),
  args: v.array(json),
  startedMs: v.number(),
  durationMs: v.number(),
  status: v.picklist(["ok", "error", "unknown"]),
  error: v.nullable(text),
  request: v.nullable(request),
  response: v.nullable(v.object({ status: whole, headers: v.record(v.string(), text), body: text })),
  explanation: v.nullable(v.object({ text, page: text })),
});

/** A call's row as a worker sent it; throws an error that names the field. */
export function parseRow(value: unknown): v.InferOutput<typeof row> {
  return v.parse(row, value);
}
