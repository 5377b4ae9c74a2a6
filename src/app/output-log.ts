import type { ReadonlySignal } from "@preact/signals";
import { signal } from "@preact/signals";
import { decodeEntry, type FrameIndex, type OutputEntry, readFrames } from "../runtime/output";
import { firstIndex } from "../shared/first-index";

/** Printed entries, read by index so that a list of a million costs what is on screen. */
export interface OutputModel {
  /** Changes whenever entries came or went. */
  readonly version: ReadonlySignal<number>;
  /** Entries held now. */
  count(): number;
  /** Entries dropped at the front because the cap was reached. */
  dropped(): number;
  /** Entry `index` of those held, 0 ≤ index < count(). */
  entry(index: number): OutputEntry;
  clear(): void;
  /** Counts the times that it was cleared, as each run does when it begins. */
  epoch(): number;
  /** Everything held, joined by line breaks. */
  text(): string;
}

/**
 * Entries kept; browsers limit an element's height, and with it the rows of a list, to somewhat more.
 *
 * @internal
 */
export const MAX_ENTRIES = 100_000;
/** Bytes kept. @internal */
export const MAX_BYTES = 64 * 1024 * 1024;

interface Chunk {
  readonly bytes: Uint8Array;
  readonly frames: readonly FrameIndex[];
  /** Frames of all chunks before this one, dropped ones included. */
  readonly before: number;
}

export interface OutputLog extends OutputModel {
  /** Adds a chunk of frames as the runtime wrote it. Throws if it is malformed. */
  append(bytes: Uint8Array): void;
}

/** Printed entries by index, decoded only when asked for; past the cap the oldest go. */
export function createOutputLog(): OutputLog {
  const version = signal(0);
  let chunks: Chunk[] = [];
  let total = 0;
  let dropped = 0;
  let bytesHeld = 0;
  let epoch = 0;

  const changed = () => {
    version.value += 1;
  };
  const trim = () => {
    while (chunks.length > 1 && bytesHeld > MAX_BYTES) {
      const [first, second] = chunks;
      if (first === undefined || second === undefined) return;
      bytesHeld -= first.bytes.length;
      dropped = Math.max(dropped, second.before);
      chunks.shift();
    }
    dropped = Math.max(dropped, total - MAX_ENTRIES);
    while (chunks[1] !== undefined && chunks[1].before <= dropped) {
      bytesHeld -= chunks[0]?.bytes.length ?? 0;
      chunks.shift();
    }
  };
  const chunkAt = (position: number): Chunk | undefined =>
    chunks[firstIndex(chunks.length, (chunk) => (chunks[chunk]?.before ?? 0) > position) - 1];
  const entry = (index: number): OutputEntry => {
    const position = dropped + index;
    const chunk = chunkAt(position);
    const frame = chunk?.frames[position - chunk.before];
    if (chunk === undefined || frame === undefined)
      throw new RangeError(`There is no output entry ${index}.`);
    return decodeEntry(frame.kind, chunk.bytes.subarray(frame.start, frame.end));
  };
  const count = () => total - dropped;
  return {
    version,
    count,
    dropped: () => dropped,
    entry,
    append(bytes) {
      const frames = readFrames(bytes);
      if (frames.length === 0) return;
      chunks.push({ bytes, frames, before: total });
      total += frames.length;
      bytesHeld += bytes.length;
      trim();
      changed();
    },
    clear() {
      chunks = [];
      total = 0;
      dropped = 0;
      bytesHeld = 0;
      epoch += 1;
      changed();
    },
    epoch: () => epoch,
    text: () => Array.from({ length: count() }, (_, index) => entry(index).text).join("\n"),
  };
}
