import type { ChunkResult } from "../../src/runtime/host";

/** To the plain worker: first `prepare`, which makes its VM, then one `run`. */
export type ToPlainWorker =
  | {
      readonly kind: "prepare";
      readonly module: WebAssembly.Module;
      readonly buffer: SharedArrayBuffer | null;
    }
  | { readonly kind: "run"; readonly source: string; readonly live: boolean };

export type FromPlainWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "output"; readonly frames: Uint8Array<ArrayBuffer> }
  | { readonly kind: "row"; readonly row: unknown }
  /** A live call; the worker sleeps until it is answered. */
  | { readonly kind: "call"; readonly text: string }
  /** The next chunk of a long answer, please. */
  | { readonly kind: "more" }
  | { readonly kind: "done"; readonly end: ChunkResult }
  | { readonly kind: "crashed"; readonly message: string };
