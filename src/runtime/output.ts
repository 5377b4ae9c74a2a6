/**
 * Output on its way from the worker to the page: frames of `[kind u8][length u32 little-endian][payload]`, many to a message, so
 * a million prints cost neither a million messages nor a million decoded strings.
 */

/** What one `print` or `dump` wrote. */
export interface OutputEntry {
  /** The text as in the result's `output`. May have several lines. */
  readonly text: string;
  /** The same in pieces, tables as trees that the console can fold. A single text part if there is no table. */
  readonly parts: readonly OutputPart[];
}

/** @internal */
export type OutputPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly table: TableNode };

/** A table as it was when printed. */
export interface TableNode {
  readonly kind: "list" | "map";
  /** Keys (as written out; list positions from 1) and values. */
  readonly entries: readonly (readonly [key: string, value: TableValue])[];
  /** How many entries are missing because the tree grew too large. */
  readonly omitted: number;
}

export type TableValue =
  | { readonly kind: "table"; readonly table: TableNode }
  | { readonly kind: "string" | "number" | "boolean" | "other"; readonly text: string };

/** Payload is the text, UTF-8 as Lua wrote it (it may be invalid). */
export const FRAME_TEXT = 0;
/** Payload is `{"text","parts"}` as JSON: a print with tables in it. */
export const FRAME_PARTS = 1;
/** Bytes of `[kind u8][length u32]`. */
export const FRAME_HEADER = 5;

/** Most frames in one chunk: the runtime sends a chunk as soon as it has 64 kB. */
const MOST_FRAMES = 16_384;

/** The place of a frame's payload in a chunk: bytes `start` to `end`, excluding `end`. */
export interface FrameIndex {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the frames of one chunk passed to `Host.output`, without decoding any. Throws if the bytes are not whole frames, or more
 * frames than one chunk can have.
 */
export function readFrames(chunk: Uint8Array): FrameIndex[] {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const frames: FrameIndex[] = [];
  let at = 0;
  while (at < chunk.length) {
    const start = at + FRAME_HEADER;
    if (start > chunk.length)
      throw new Error(`Output frame header cut off at byte ${at} of ${chunk.length}.`);
    const end = start + view.getUint32(at + 1, true);
    if (end > chunk.length)
      throw new Error(`Output frame at byte ${at} runs past the chunk's ${chunk.length}.`);
    if (frames.length === MOST_FRAMES) throw new Error(`Output chunk of more than ${MOST_FRAMES} frames.`);
    frames.push({ kind: view.getUint8(at), start, end });
    at = end;
  }
  return frames;
}
