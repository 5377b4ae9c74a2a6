import * as v from "valibot";
import { parseWith } from "../shared/parse-with";

/**
 * Output as it crosses from the worker to the page: frames of `[kind u8][length u32 little-endian][payload]`, many to a
 * message, so that a million prints cost neither a million messages nor a million decoded strings.
 */

/** What one `print` or `dump` wrote. */
export interface OutputEntry {
  /** The text as `output` of the result holds it; may have several lines. */
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
/** Payload is `{"text","parts"}` as JSON: a print with tables in it. @internal */
export const FRAME_PARTS = 1;
/** Bytes of `[kind u8][length u32]`. */
export const FRAME_HEADER = 5;

/** Frames that one chunk can hold at most: the runtime sends one as soon as it has 64 kB. */
const MOST_FRAMES = 16_384;

/** Where a frame's payload lies in a chunk of frames: bytes `start` to `end`, end not included. */
export interface FrameIndex {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The frames of one chunk as `Host.output` was given it, without decoding any. Throws when the bytes are not whole frames or
 * more of them than one chunk can hold.
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

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const tableSchema: v.GenericSchema<TableNode> = v.object({
  kind: v.picklist(["list", "map"]),
  entries: v.array(v.tuple([v.string(), v.lazy(() => valueSchema)])),
  omitted: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const valueSchema: v.GenericSchema<TableValue> = v.variant("kind", [
  v.object({ kind: v.literal("table"), table: tableSchema }),
  v.object({ kind: v.picklist(["string", "number", "boolean", "other"]), text: v.string() }),
]);
const entrySchema: v.GenericSchema<OutputEntry> = v.object({
  text: v.string(),
  parts: v.array(
    v.variant("kind", [
      v.object({ kind: v.literal("text"), text: v.string() }),
      v.object({ kind: v.literal("table"), table: tableSchema }),
    ]),
  ),
});

/**
 * One frame's payload as an entry; bytes that are not UTF-8 become U+FFFD. Never throws: the bytes come from the sandbox, and
 * a payload that is no entry is shown as one line that says so.
 */
export function decodeEntry(kind: number, payload: Uint8Array): OutputEntry {
  const text = decoder.decode(payload);
  if (kind === FRAME_TEXT) return { text, parts: [{ kind: "text", text }] };
  if (kind !== FRAME_PARTS) return unreadable(`its kind is ${kind}`);
  const parsed = parseWith(v.pipe(v.string(), v.parseJson(), entrySchema), text);
  return parsed.ok ? parsed.value : unreadable(parsed.message);
}

/** What a chunk of frames printed: the text of each entry. */
export function entryTexts(frames: Uint8Array): string[] {
  return readFrames(frames).map(
    ({ kind, start, end }) => decodeEntry(kind, frames.subarray(start, end)).text,
  );
}

function unreadable(why: string): OutputEntry {
  const text = `[an output entry could not be read: ${why}]`;
  return { text, parts: [{ kind: "text", text }] };
}
