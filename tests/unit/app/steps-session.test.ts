import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import type { RecordedRun } from "../../../src/app/recorded-run";
import { openSession } from "../../../src/app/steps-session";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { type Replayer, ReplayTimeout } from "../../../src/sandbox/page/replayer";
import type { ReplayQuestion } from "../../../src/steps/replay-protocol";
import { answers } from "../steps/replays";

/** Answers by replaying `scripts(question)`, or times out where there is none. */
function replayer(scripts: (question: ReplayQuestion) => string | null): Replayer {
  return {
    async ask(question, _limit, onProgress = () => {}) {
      const source = scripts(question);
      if (source === null) throw new ReplayTimeout("too long");
      for (const answer of await answers(source, question)) {
        if (answer.kind === "failed") throw new Error(answer.message);
        if (answer.kind !== "progress") return answer;
        onProgress(answer);
      }
      throw new Error("There was no answer.");
    },
    close() {},
  };
}

interface Ran {
  readonly scripts: (question: ReplayQuestion) => string | null;
  readonly output?: number;
  readonly error?: string;
  readonly ended?: boolean;
}

async function opened({ scripts, output, error = "", ended = true }: Ran) {
  const recorded: RecordedRun = {
    inputs: {
      ...{ name: "script.lua", source: "", limits: DEFAULT_LIMITS, docs: [], accounts: [] },
      door: { kind: "recorded", seed: 1, answers: [], clocks: [] },
    },
    ...{ scriptId: "a", ended, elapsedMs: 1 },
    output: () => output ?? null,
    error: error === "" ? null : error,
  };
  const said: string[] = [];
  const seen: number[] = [];
  const session = openSession(
    recorded,
    replayer(scripts),
    { all: signal(new Map()) },
    {
      ...{ counted() {}, past() {}, left() {} },
      seen: ({ step }) => void seen.push(step),
      different: (why) => void said.push(why),
    },
  );
  return { session, said, seen, ...(await session.read()) };
}

const SCRIPT = "print(1)\nlocal a = 2\nreturn a";

describe("a replay that differs from the run is said to differ", () => {
  test("unless it did the same", async () => {
    const { different, cut, timeline } = await opened({ scripts: () => SCRIPT });
    expect([different, cut]).toEqual([null, false]);
    expect(timeline.at(timeline.count)?.kind).toBe("end");
  });

  test("if it printed something else, or ended in another way", async () => {
    for (const ran of [{ output: 123 }, { error: "script.lua:1: oh" }]) {
      const { different } = await opened({ scripts: () => SCRIPT, ...ran });
      expect(different).toContain("differs from the run");
    }
  });

  test("if a jump passes steps that are not on the timeline", async () => {
    const other = "print(1)\nlocal a = 2\nlocal b = 3\nreturn a";
    const scripts = ({ kind }: ReplayQuestion) => (kind === "moments" ? other : SCRIPT);
    const { session, said, seen } = await opened({ scripts });
    session.show(3, { thread: 0, frame: 0 });
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    expect(said).toEqual([expect.stringContaining("differs from the run")]);
  });
});

describe("a run that was stopped", () => {
  test("in a function that never returned is followed up to its call", async () => {
    let asked = 0;
    const source = "local a = 1\nprint(a)";
    // The first replay is ended with nothing told; the next one tells each step at once, until it is ended too.
    const scripts = () => (asked++ === 0 ? null : source);
    const { timeline, cut } = await opened({ scripts, ended: false });
    expect(cut).toBe(true);
    expect(timeline.count).toBeGreaterThan(2);
  });
});
