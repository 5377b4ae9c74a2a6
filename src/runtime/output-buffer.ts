import { FRAME_HEADER } from "./output";

/** A run's first frames are sent immediately, so a short script's lines appear as they are printed. */
const PROMPT_FRAMES = 200;
/** Bytes, and milliseconds since the last flush, after which buffered frames go out. */
const FLUSH_BYTES = 65_536;
const FLUSH_MS = 16;
/** The clock is read once in so many frames. */
const CLOCK_EVERY = 16;

/**
 * Outgoing frames: a reusable byte buffer and the policy of when to send it. A million prints are about a hundred messages. The
 * first lines, and lines before a call or a pause, are not held back.
 */
export class OutputBuffer {
  readonly #send: (frames: Uint8Array<ArrayBuffer>) => void;
  readonly #prompt: number;
  #bytes = new Uint8Array(FLUSH_BYTES * 2);
  #end = 0;
  #frameStart = 0;
  #frames = 0;
  #flushedAt = 0;

  constructor(send: (frames: Uint8Array<ArrayBuffer>) => void, prompt = PROMPT_FRAMES) {
    this.#send = send;
    this.#prompt = prompt;
  }

  /** Begins a frame of at most `length` payload bytes. Between `begin` and `end` nothing else may write. */
  begin(kind: number, length: number): void {
    this.#reserve(this.#end + FRAME_HEADER + length);
    this.#frameStart = this.#end;
    this.#bytes[this.#end] = kind;
    this.#end += FRAME_HEADER;
  }

  /** Adds bytes `start` to `end` of `source` to the frame. */
  add(source: Uint8Array, start: number, end: number): void {
    const bytes = this.#bytes;
    const to = this.#end;
    // A copy loop beats a view and a `set` for the short strings typical of prints.
    if (end - start <= 48) for (let at = start; at < end; at++) bytes[to + at - start] = source[at] ?? 0;
    else bytes.set(source.subarray(start, end), to);
    this.#end = to + end - start;
  }

  /** Adds one byte to the frame. */
  addByte(byte: number): void {
    this.#bytes[this.#end++] = byte;
  }

  /** Ends the frame. Returns whether frames are pending. The caller must make sure they are flushed later. */
  end(): boolean {
    const start = this.#frameStart;
    const length = this.#end - start - FRAME_HEADER;
    const bytes = this.#bytes;
    bytes[start + 1] = length & 255;
    bytes[start + 2] = (length >>> 8) & 255;
    bytes[start + 3] = (length >>> 16) & 255;
    bytes[start + 4] = length >>> 24;
    this.#frames++;
    if (
      this.#frames <= this.#prompt ||
      this.#end >= FLUSH_BYTES ||
      (this.#frames % CLOCK_EVERY === 0 && this.due())
    )
      this.flush();
    return this.#end > 0;
  }

  /** Whether frames are pending. */
  get pending(): boolean {
    return this.#end > 0;
  }

  /** Whether pending frames have waited long enough. */
  due(): boolean {
    return performance.now() - this.#flushedAt >= FLUSH_MS;
  }

  /** Sends what is pending. */
  flush(): void {
    if (this.#end === 0) return;
    const frames = this.#bytes.slice(0, this.#end);
    this.#end = 0;
    if (this.#bytes.length > FLUSH_BYTES * 16) this.#bytes = new Uint8Array(FLUSH_BYTES * 2);
    this.#flushedAt = performance.now();
    this.#send(frames);
  }

  #reserve(size: number): void {
    if (size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}
