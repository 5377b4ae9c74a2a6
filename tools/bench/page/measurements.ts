import type { JsonValue } from "../../../src/json";
import type { Box, BoxEnd } from "../../box/driver";
import { type LiveAccounts, liveAnswers } from "../../box/live";
import { median } from "../figure";
import { bareSeconds, echoMilliseconds } from "./plain-workers";
import { timed, workloads } from "./workloads";

/** Two numbers taken in turns in one run, in milliseconds. */
export interface Pair {
  readonly name: string;
  readonly measured: number;
  readonly baseline: number;
}

export interface Measurements {
  workloadNames(): readonly string[];
  /** Lua's own time in the box and in bare Wasmoon. */
  luaSpeed(name: string): Promise<Pair>;
  /** One mock call, and the same call echoed by a bridge with nothing behind it. */
  mockCall(name: keyof typeof MOCK_CALLS): Promise<Pair>;
  /** Milliseconds of one live call and of its baselines, worker → page → frame → worker. */
  liveCall(): Promise<LiveTimes>;
}

/** HTTP time is taken off where there is any. */
export interface LiveTimes {
  readonly call: number;
  /** A round trip in which the page does nothing but fetch, so that its threads fall asleep as they do in a call. */
  readonly fetching: number;
  /** A round trip that is answered at once, all threads awake. */
  readonly empty: number;
}

/** How a function is called and how often in one run; sends stay below the burst that one recipient may get (45). */
export const MOCK_CALLS = {
  get_current_user: { call: "app.integrations.whatsapp.get_current_user()", times: 2000 },
  list_contacts: { call: "app.integrations.whatsapp.list_contacts { limit = 10 }", times: 500 },
  send_message: {
    call: 'app.integrations.whatsapp.send_message { to = "15551234567", body = "Hello" }',
    times: 40,
  },
} as const;

const SPEED_PAIRS = 7;
const CALL_PAIRS = 11;
const LIVE_TIMES = 300;

/** Measurements in this box; live calls go to these accounts. */
export function createMeasurements(box: Box, live: LiveAccounts): Measurements {
  const finished = async (ended: Promise<BoxEnd>): Promise<BoxEnd> => {
    const end = await ended;
    if (end.end !== "finished") throw new Error(`A script of the bench ${end.end}: ${end.error ?? ""}`);
    return end;
  };
  /** Milliseconds from the start of a run, its VM made before, to its end. */
  const boxMilliseconds = async (source: string, answer?: (text: string) => Promise<string>) => {
    await box.spareReady();
    const started = performance.now();
    await finished(box.run(source, answer).ended);
    return performance.now() - started;
  };
  const loop = (call: string, times: number) => `for _ = 1, ${times} do ${call} end`;

  return {
    workloadNames: () => workloads.map(({ name }) => name),

    luaSpeed: async (name) => {
      const workload = workloads.find((each) => each.name === name);
      if (workload === undefined) throw new Error(`There is no workload ${name}.`);
      const source = timed(workload);
      const inBox: number[] = [];
      const bare: number[] = [];
      for (let i = 0; i < SPEED_PAIRS; i += 1) {
        await box.spareReady();
        const { result } = await finished(box.run(source).ended);
        inBox.push(seconds(result[0]) * 1000);
        bare.push((await bareSeconds(source)) * 1000);
      }
      return { name, measured: median(inBox), baseline: median(bare) };
    },

    mockCall: async (name) => {
      const { call, times } = MOCK_CALLS[name];
      const { result } = await finished(box.run(`return ${call}`).ended);
      const reply = JSON.stringify({ ok: true, value: result[0] ?? null });
      const empty: number[] = [];
      const mock: number[] = [];
      const emptyEcho: number[] = [];
      const echo: number[] = [];
      for (let i = 0; i < CALL_PAIRS; i += 1) {
        empty.push(await boxMilliseconds(""));
        emptyEcho.push(await echoMilliseconds("", reply));
        mock.push(await boxMilliseconds(loop(call, times)));
        echo.push(await echoMilliseconds(loop(call, times), reply));
      }
      return {
        name,
        measured: (median(mock) - median(empty)) / times,
        baseline: (median(echo) - median(emptyEcho)) / times,
      };
    },

    liveCall: async () => {
      const call = "app.integrations.whatsapp.get_current_user()";
      const nothing = async () => '{"ok":true,"value":null}';
      const empty: number[] = [];
      const trips: number[] = [];
      const fetched: number[] = [];
      const calls: number[] = [];
      for (let i = 0; i < CALL_PAIRS; i += 1) {
        empty.push(await boxMilliseconds("", nothing));
        trips.push(await boxMilliseconds(loop(call, LIVE_TIMES), nothing));
        const bare = bareFetch(live);
        fetched.push((await boxMilliseconds(loop(call, LIVE_TIMES), bare.answer)) - bare.httpMs());
        const { answer, httpMs } = liveAnswers(live);
        calls.push((await boxMilliseconds(loop(call, LIVE_TIMES), answer)) - httpMs());
      }
      const perCall = (times: readonly number[]) => (median(times) - median(empty)) / LIVE_TIMES;
      return { call: perCall(calls), fetching: perCall(fetched), empty: perCall(trips) };
    },
  };
}

/** Answers every call with the same text after a plain fetch, whose time it counts. */
function bareFetch({ baseUrls, token }: LiveAccounts) {
  let httpMs = 0;
  return {
    httpMs: () => httpMs,
    answer: async () => {
      const before = performance.now();
      const response = await fetch(`${baseUrls.default}/me?fields=id,name,email`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      await response.text();
      httpMs += performance.now() - before;
      return '{"ok":true,"value":null}';
    },
  };
}

function seconds(value: JsonValue | undefined): number {
  if (typeof value !== "number")
    throw new Error(`A workload gave ${JSON.stringify(value)}, not its seconds.`);
  return value;
}
