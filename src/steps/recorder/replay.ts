import type { ChunkResult } from "../../runtime/host";
import type { LuaState } from "../../runtime/lua-api";
import { byteHash } from "../../shared/byte-hash";
import type { FramePlace } from "../changes";
import type { ReplayAnswer, ReplayedCall, ReplayQuestion, SeenMoment, Visit } from "../replay-protocol";
import { mixedHash, type StepKind, type StepPlace, whatWord, whereWord } from "../step";
import { evaluate } from "./evaluate";
import { globalNames, readMoment } from "./moment-reader";
import { createRecorder, type Recorded, type Recorder, type StepListener } from "./recorder";

/** Runs the script again from its beginning while `recorder` follows it, with `seen` told what calls do and what is printed. */
export type RunAgain = (
  recorder: Recorder,
  seen: {
    events(integration: string, events: readonly unknown[]): void;
    output(frames: Uint8Array): void;
  },
) => Promise<ChunkResult>;

/** Thrown through the VM once enough has been seen, or when the recorded input is used up. */
export class Enough extends Error {}

/** How much of values is read: at the requested step, and at those around it. */
const FULL = { depth: 6, fields: 200, allFields: 5_000, text: 10_000 };
const BRIEF = { depth: 3, fields: 50, allFields: 200, text: 200 };
const INNERMOST: FramePlace = { thread: 0, frame: 0 };
/** Steps after which progress is reported to the page, and how often that is checked. */
const PROGRESS_MS = 20;
const PROGRESS_STEPS = 4096;

/** Answers a question about a run. What goes wrong is an answer too. */
export async function answerReplay(
  question: ReplayQuestion,
  runAgain: RunAgain,
  post: (answer: ReplayAnswer) => void,
): Promise<void> {
  switch (question.kind) {
    case "steps":
      return tellSteps(question, runAgain, post);
    case "moments":
      return tellMoments(question, runAgain, post);
    case "visits":
      return tellVisits(question, runAgain, post);
  }
}

/** Runs again until the end or until the listener has seen enough; `null` then. */
async function follow(
  runAgain: RunAgain,
  listener: StepListener,
  seen: Partial<Parameters<RunAgain>[1]> = {},
): Promise<ChunkResult | null> {
  const recorder = createRecorder(listener);
  try {
    return await runAgain(recorder, { events() {}, output() {}, ...seen });
  } catch (problem) {
    if (problem instanceof Error && problem.cause instanceof Enough) return null;
    throw problem;
  }
}

async function tellSteps(
  { most, eager }: Extract<ReplayQuestion, { kind: "steps" }>,
  runAgain: RunAgain,
  post: (answer: ReplayAnswer) => void,
): Promise<void> {
  let count = 0;
  let hash = 0;
  let output = 0;
  let words = new Int32Array(PROGRESS_STEPS * 2);
  let at = 0;
  let toldAt = performance.now();
  let calls: ReplayedCall[] = [];
  let events: Record<string, unknown[]> = {};
  const tell = () => {
    if (at === 0) return;
    post({ kind: "progress", words: words.slice(0, at), calls });
    calls = [];
    at = 0;
    toldAt = performance.now();
  };
  const step = (kind: StepKind, { line, depth, thread }: StepPlace): void => {
    if (count === most) {
      tell();
      throw new Enough();
    }
    if (at === words.length) words = grown(words);
    const what = whatWord(kind, line);
    const where = whereWord(depth, thread);
    words[at] = what;
    words[at + 1] = where;
    at += 2;
    count++;
    hash = mixedHash(hash, what, where);
    if (kind === "request") {
      calls.push({ step: count, events });
      events = {};
    }
    if (count >= eager || (count % 256 === 0 && performance.now() - toldAt > PROGRESS_MS)) tell();
  };
  const result = await follow(
    runAgain,
    { step },
    {
      events(integration, list) {
        events[integration] = [...(events[integration] ?? []), ...list];
      },
      output(frames) {
        output = byteHash(output, frames);
      },
    },
  );
  tell();
  const error = result?.error?.message ?? null;
  post({ kind: "steps", count, hash, output, cut: result === null, error });
}

function grown(words: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}

async function tellMoments(
  { from, focus, to, before: compared = null, frame, watches }: Extract<ReplayQuestion, { kind: "moments" }>,
  runAgain: RunAgain,
  post: (answer: ReplayAnswer) => void,
): Promise<void> {
  let count = 0;
  let hash = 0;
  let before: ReadonlySet<string> = new Set();
  const moments: SeenMoment[] = [];
  await follow(runAgain, {
    begin(vm: Recorded, L: LuaState) {
      before = globalNames(vm, L);
    },
    step(kind, { line, depth, thread }, vm) {
      if (count === to) throw new Enough();
      count++;
      hash = mixedHash(hash, whatWord(kind, line), whereWord(depth, thread));
      if (count < from && count !== compared) return;
      moments.push({
        step: count,
        moment: readMoment(vm, before, count === focus || count === compared ? FULL : BRIEF),
        watches: watches.map((watch) =>
          count === focus ? evaluate(vm, watch, frame, FULL) : evaluate(vm, watch, INNERMOST, BRIEF),
        ),
      });
      if (count === to) throw new Enough();
    },
  });
  post({ kind: "moments", hash, moments });
}

async function tellVisits(
  { points, until, most }: Extract<ReplayQuestion, { kind: "visits" }>,
  runAgain: RunAgain,
  post: (answer: ReplayAnswer) => void,
): Promise<void> {
  let count = 0;
  const counts = points.map(() => 0);
  const visits: Visit[] = [];
  const byLine = new Map<number, number[]>();
  for (const [point, { line }] of points.entries()) byLine.set(line, [...(byLine.get(line) ?? []), point]);
  await follow(runAgain, {
    step(kind, { line }, vm) {
      if (count === until) throw new Enough();
      count++;
      if (kind !== "line") return;
      for (const point of byLine.get(line) ?? []) {
        counts[point] = (counts[point] ?? 0) + 1;
        if (visits.length >= most) continue;
        const { expression = null, condition = false } = points[point] ?? {};
        const value = expression && evaluate(vm, expression, INNERMOST, BRIEF);
        if (!condition || value?.ok !== true || value.holds) visits.push({ point, step: count, value });
      }
    },
  });
  post({ kind: "visits", visits, counts });
}
