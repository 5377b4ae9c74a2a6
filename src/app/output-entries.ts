/** Reads an output log. */
import type { OutputEntry } from "../runtime/output";
import { decodeEntry } from "../runtime/output-entry";
import type { Held, OutputModel } from "./output-log";

/** The shown entry at `index`, 0 ≤ index < `count()`. */
export function entryAt(log: OutputModel, index: number): OutputEntry {
  return decode(log.held(index));
}

/** The whole log, joined by line breaks. */
export function outputText(log: OutputModel): string {
  return log
    .all()
    .held.map((held) => decode(held).text)
    .join("\n");
}

function decode({ bytes, frame }: Held): OutputEntry {
  return decodeEntry(frame.kind, bytes.subarray(frame.start, frame.end));
}
