import type { JsonValue } from "../shared/json";

/**
 * What the Lua VM can reach: strings in, strings out, nothing else (`docs/sandbox.md`).
 */
export interface Host {
  /**
   * One integration call. Takes `{"path":["integrations","whatsapp","send_message"],"args":[…],"line":7|null}` and returns
   * `{"ok":true,"value":…}` or `{"ok":false,"message":"…"}`, both as JSON. Blocks until the response is there.
   */
  call(request: string): string;
  /**
   * The documentation: takes `{"op":"list"|"search"|"read"|"tool_read","arg":string|null,"limit":number|null}` and returns
   * as `call` does. `read` and `tool_read` (`lua_read_doc`) differ in what they say about an unknown page.
   */
  docs(request: string): string;
  /** Milliseconds since 1970: the simulated clock in mock mode, the real one in live mode. */
  now(): number;
  /** Milliseconds that `os.clock` shows, or `null` if it shows what the script really computed. */
  computed?(): number | null;
  /** One frame of output, encoded by `runtime/output.ts`. The bytes belong to the receiver. */
  output(frames: Uint8Array<ArrayBuffer>): void;
  /** What the host batches about past calls; absent if it sends everything at once. */
  readonly pending?: Outgoing;
}

/** Something held back briefly to be sent in one batch. A script that keeps computing must not delay it forever. */
export interface Outgoing {
  readonly pending: boolean;
  /** Whether it has waited long enough. */
  due(): boolean;
  flush(): void;
}

export interface RunLimits {
  /** CPU seconds the script itself may use. Time blocked in a call does not count. Enforced from outside the VM. */
  readonly cpuSeconds: number;
  /** Bytes the script may use on top of the empty VM. */
  readonly memoryBytes: number;
}

export const DEFAULT_LIMITS: RunLimits = { cpuSeconds: 30, memoryBytes: 32 * 1024 * 1024 };

/** A frame of a script's stack, innermost first. */
export interface TraceFrame {
  /** 1-based line in the script. */
  readonly line: number;
  /** `function 'send_all'`, `main chunk`, … in Lua's words. */
  readonly what: string;
  /** How many frames between this one and the next are left out, if the stack was too deep to list. */
  readonly skippedAfter?: number;
}

export interface ScriptError {
  /** As Lua raised it, starting with the position: `order-update.lua:7: Recipient "to" is required.` */
  readonly message: string;
  /** What to do about it in plain words, shown below the message. Absent if there is nothing to add. */
  readonly advice?: string;
  /** The line the message points at, or `null` if it does not point into the script. */
  readonly line: number | null;
  /** The script's frames, innermost first; none of ours. */
  readonly traceback: readonly TraceFrame[];
}

/** What the VM knows once a chunk has ended. */
export interface ChunkResult {
  /** The chunk's returned values, with `nil` as null. A value that JSON cannot express is text. */
  readonly result: readonly JsonValue[];
  /** The same as indented JSON, if it has integers that JavaScript would round. In `result` they are text. */
  readonly exact?: string;
  readonly error: ScriptError | null;
  /** Bytes in use by the script when it ended. */
  readonly memoryBytes: number;
}
