import { signal } from "@preact/signals";
import { FRAME_HEADER, type FrameIndex, readFrames } from "../runtime/output";
import { byteHash } from "../shared/byte-hash";
import { readable } from "./readable";

/**
 * Most entries kept. Browsers limit an element's height, and so a list's rows, to slightly more.
 *
 * @internal
 */
export const MAX_ENTRIES = 100_000;
/** Most bytes kept. @internal */
export const MAX_BYTES = 64 * 1024 * 1024;

export interface Held {
  /** The chunk it came in. */
  readonly bytes: Uint8Array;
  readonly frame: FrameIndex;
}

const GONE: Held = { bytes: new Uint8Array(0), frame: { kind: 0, start: 0, end: 0 } };

/** A log's contents, to be shown again. */
export interface HeldOutput {
  readonly held: readonly Held[];
  readonly dropped: number;
}

export const NO_OUTPUT: HeldOutput = { held: [], dropped: 0 };

/** As views see it. */
export type OutputModel = Omit<
  ReturnType<typeof createOutputLog>,
  "append" | "hash" | "showFirst" | "replace"
>;

/**
 * Printed entries as the runtime wrote them. Views decode the entries they show (`output-entries.ts`), so a list of a million
 * costs no more than what is on screen. Beyond the cap, the oldest are dropped.
 */
export function createOutputLog() {
  const version = signal(0);
  /** How many entries of the run are shown, or `null` for all. */
  let shown: number | null = null;
  let held: Held[] = [];
  /** Dropped entries still at the front of `held`. They are removed in bulk, since each cut moves all the others. */
  let gone = 0;
  let dropped = 0;
  let bytesHeld = 0;
  let epoch = 0;
  let cleared = false;

  const kept = () => held.length - gone;
  const size = ({ frame }: Held) => frame.end - frame.start;
  const trim = () => {
    for (; gone < held.length; gone += 1) {
      const left = held.length - gone;
      const oldest = held[gone];
      if (oldest === undefined || (left <= MAX_ENTRIES && (left === 1 || bytesHeld <= MAX_BYTES))) break;
      bytesHeld -= size(oldest);
      held[gone] = GONE;
      dropped += 1;
    }
    if (gone < MAX_ENTRIES) return;
    held = held.slice(gone);
    gone = 0;
  };
  const replace = (other: HeldOutput): void => {
    shown = null;
    held = [...other.held];
    gone = 0;
    dropped = other.dropped;
    bytesHeld = held.reduce((sum, one) => sum + size(one), 0);
    epoch += 1;
    cleared = false;
    version.value += 1;
  };
  return {
    /** Changes whenever entries come or go. */
    version: readable(version),
    /** How many entries are held and shown. */
    count: () => (shown === null ? kept() : Math.max(0, Math.min(kept(), shown - dropped))),
    /** Shows only the run's first `entries` entries, or all if `null`. */
    showFirst(entries: number | null) {
      if (entries === shown) return;
      shown = entries;
      version.value += 1;
    },
    /** A hash of all output (`byteHash`), or `null` if entries were dropped. */
    hash: () =>
      dropped > 0
        ? null
        : held.reduce(
            (hash, { bytes, frame }) => byteHash(hash, bytes, frame.start - FRAME_HEADER, frame.end),
            0,
          ),
    /** How many entries were dropped at the front because of the cap. */
    dropped: () => dropped,
    /** The held entry at `index`, 0 ≤ index < count(). */
    held(index: number): Held {
      const found = held[gone + index];
      if (found === undefined) throw new RangeError(`No output entry ${index}.`);
      return found;
    },
    /** Adds a chunk of frames as the runtime wrote it. Throws if it is malformed. */
    append(bytes: Uint8Array) {
      const frames = readFrames(bytes);
      if (frames.length === 0) return;
      for (const frame of frames) held.push({ bytes, frame });
      bytesHeld += bytes.length - frames.length * FRAME_HEADER;
      trim();
      version.value += 1;
    },
    /** Clears the log by a person's wish. */
    clear() {
      replace(NO_OUTPUT);
      cleared = true;
    },
    /** Whether a person cleared the log after its run began. */
    cleared: () => cleared,
    /** Shows another log's contents. */
    replace,
    all: (): HeldOutput => ({ held: held.slice(gone), dropped }),
    /** Counts how often the log was cleared. Each run clears it when it begins. */
    epoch: () => epoch,
  };
}
