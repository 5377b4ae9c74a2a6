/** One run as stored in the browser: what the page shows of it, within limits. */
import * as v from "valibot";
import type { CallRow } from "../gateway/call-row";
import { FRAME_HEADER, readFrames } from "../runtime/output";
import { jsonList, parseRow, scriptError } from "../sandbox/protocol";
import { shorten } from "../shared/cut-text";
import type { Held, HeldOutput } from "./output-log";
import type { ShownRun } from "./run";
import type { RunEnd } from "./run-end";

/** Printed entries and their bytes, calls and their characters, characters of returned values and of an error. */
const MOST = {
  entries: 10_000,
  bytes: 512 * 1024,
  calls: 500,
  callCharacters: 1024 * 1024,
  returned: 256 * 1024,
  message: 20_000,
} as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const cost = { elapsedMs: v.number(), memoryBytes: v.number() };

const KEPT_RUN = v.object({
  id: v.string(),
  /** When it ended, in Unix milliseconds. */
  at: v.number(),
  mode: v.picklist(["mock", "live"]),
  script: v.string(),
  scriptId: v.string(),
  source: v.string(),
  end: v.variant("kind", [
    v.object({
      ...{ kind: v.literal("finished"), result: jsonList, exact: v.exactOptional(v.string()) },
      ...{ leftOut: v.exactOptional(v.literal(true)), ...cost },
    }),
    v.object({ kind: v.literal("failed"), error: scriptError, ...cost }),
    v.object({ kind: v.literal("stopped"), elapsedMs: v.number() }),
  ]),
  /** Frames as the runtime wrote them. */
  output: v.instance(Uint8Array),
  outputDropped: count,
  calls: v.array(v.unknown()),
  callsDropped: count,
});

export type KeptRun = Omit<v.InferOutput<typeof KEPT_RUN>, "end"> & { readonly end: RunEnd };

/** The part of a run that is stored: its newest entries and calls. Contains no token, since rows contain none. */
export function keptRun(id: string, at: number, { phase, output, calls, callsDropped }: ShownRun): KeptRun {
  const { mode, script, scriptId, source, end } = phase;
  const entries = newest(output.held, MOST.entries, MOST.bytes, sizeOf);
  const rows = newest(calls, MOST.calls, MOST.callCharacters, (row) => JSON.stringify(row).length);
  return {
    ...{ id, at, mode, script, scriptId, source },
    end: keptEnd(end),
    output: joined(entries),
    outputDropped: output.dropped + output.held.length - entries.length,
    calls: [...rows],
    callsDropped: callsDropped + calls.length - rows.length,
  };
}

/** Parses a stored run. Returns `null` if it is damaged or of another version. */
export function parseKeptRun(stored: unknown): KeptRun | null {
  const read = v.safeParse(KEPT_RUN, stored);
  if (!read.success) return null;
  try {
    shownRun(read.output);
    return read.output;
  } catch {
    return null;
  }
}

/** What the page shows of a stored run. Throws if its output or calls are malformed. */
export function shownRun(run: KeptRun): ShownRun {
  const { mode, script, scriptId, source, end, output: bytes } = run;
  return {
    phase: { kind: "ended", mode, script, scriptId, source, end },
    output: { held: readFrames(bytes).map((frame) => ({ bytes, frame })), dropped: run.outputDropped },
    calls: run.calls.map((row): CallRow => parseRow(row)),
    callsDropped: run.callsDropped,
    replayable: null,
  };
}

function keptEnd(end: RunEnd): RunEnd {
  if (end.kind === "failed") {
    const { error } = end;
    return { ...end, error: { ...error, message: shorten(error.message, MOST.message) } };
  }
  if (end.kind === "stopped" || returnedLength(end) <= MOST.returned) return end;
  const { elapsedMs, memoryBytes } = end;
  return { kind: "finished", result: [], leftOut: true, elapsedMs, memoryBytes };
}

function returnedLength({ result, exact }: Extract<RunEnd, { kind: "finished" }>): number {
  return JSON.stringify(result).length + (exact?.length ?? 0);
}

const sizeOf = ({ frame }: Held) => FRAME_HEADER + frame.end - frame.start;

/** The last items that fit both limits. */
function newest<T>(all: readonly T[], most: number, largest: number, size: (one: T) => number): readonly T[] {
  let from = all.length;
  let total = 0;
  while (from > 0 && all.length - from < most) {
    const one = all[from - 1];
    total += one === undefined ? 0 : size(one);
    if (total > largest) break;
    from -= 1;
  }
  return all.slice(from);
}

/** Concatenates the entries' frames. */
function joined(entries: HeldOutput["held"]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + sizeOf(entry), 0));
  let at = 0;
  for (const { bytes: chunk, frame } of entries) {
    bytes.set(chunk.subarray(frame.start - FRAME_HEADER, frame.end), at);
    at += FRAME_HEADER + frame.end - frame.start;
  }
  return bytes;
}
