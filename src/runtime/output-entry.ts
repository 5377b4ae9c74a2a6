/** Decodes frames of output. Separate from `output.ts`, since the page keeps frames before it has loaded the decoder. */
import * as v from "valibot";
import { parseWith } from "../shared/parse-with";
import {
  FRAME_PARTS,
  FRAME_TEXT,
  type OutputEntry,
  readFrames,
  type TableNode,
  type TableValue,
} from "./output";

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
 * Decodes a frame's payload. Bytes that are not UTF-8 become U+FFFD. Never throws: the bytes come from the sandbox, and an
 * invalid payload is shown as one line that says so.
 */
export function decodeEntry(kind: number, payload: Uint8Array): OutputEntry {
  const text = decoder.decode(payload);
  if (kind === FRAME_TEXT) return { text, parts: [{ kind: "text", text }] };
  if (kind !== FRAME_PARTS) return unreadable(`its kind is ${kind}`);
  const parsed = parseWith(v.pipe(v.string(), v.parseJson(), entrySchema), text);
  return parsed.ok ? parsed.value : unreadable(parsed.message);
}

/** The text of each entry in a chunk of frames. */
export function entryTexts(frames: Uint8Array): string[] {
  return readFrames(frames).map(
    ({ kind, start, end }) => decodeEntry(kind, frames.subarray(start, end)).text,
  );
}

function unreadable(why: string): OutputEntry {
  const text = `[an output entry could not be read: ${why}]`;
  return { text, parts: [{ kind: "text", text }] };
}
