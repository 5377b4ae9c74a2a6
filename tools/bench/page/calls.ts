/** What one call costs. */
import type { Box, BoxEnd } from "../../box/driver";
import { type LiveAccounts, liveAnswers, overHttp, type Transport } from "../../box/live";
import { median } from "../figure";
import { echoTimes } from "./plain-workers";

/** How a function is called and how often in one run; sends go to many people, who each may get a burst of 45. */
const MOCK_CALLS = {
  get_current_user: { call: "app.integrations.whatsapp.get_current_user()", times: 2000 },
  list_contacts: { call: "app.integrations.whatsapp.list_contacts { limit = 10 }", times: 500 },
  send_message: {
    call: 'app.integrations.whatsapp.send_message { to = "1212555" .. 1000 + turn % 100, body = "Hello" }',
    times: 1000,
  },
} as const;

export type MockCall = keyof typeof MOCK_CALLS;

/** Milliseconds of one live call and of its baselines, worker → page → frame → worker. */
export interface LiveTimes {
  /** The live door and a transport that answers at once. */
  readonly call: number;
  /** The page answers immediately, with nothing behind it. */
  readonly empty: number;
  /** The live door over HTTP, the HTTP time taken off. */
  readonly httpCall: number;
  /** The page fetches and answers, the fetch's time taken off: its threads fall asleep as they do in a call. */
  readonly emptyFetch: number;
}

const CALL_PAIRS = 11;
const LIVE_CALLS = 300;
const NOTHING = '{"ok":true,"value":null}';

/** Milliseconds of one mock call in the box, and of the same call echoed by a plain worker with nothing behind it. */
export async function mockCallTimes(
  box: Box,
  name: MockCall,
): Promise<{ readonly mock: number; readonly echo: number }> {
  const { call, times } = MOCK_CALLS[name];
  const { result } = await finished(box.run(`local turn = 1 return ${call}`).ended);
  const reply = JSON.stringify({ ok: true, value: result[0] ?? null });
  const mock: number[] = [];
  const echo: number[] = [];
  for (let i = 0; i < CALL_PAIRS; i += 1) {
    const one = await runTime(box, loop(call, 1));
    const all = await runTime(box, loop(call, times));
    mock.push((all - one) / (times - 1));
    echo.push((await echoTimes(loop(call, times), reply)).calls / (times - 1));
  }
  return { mock: median(mock), echo: median(echo) };
}

/** Measures live calls in the box against the accounts' server. */
export async function liveCallTimes(box: Box, live: LiveAccounts): Promise<LiveTimes> {
  const instant = await instantTransport(box, live);

  const taken: Record<keyof LiveTimes, number[]> = { call: [], empty: [], httpCall: [], emptyFetch: [] };
  for (let i = 0; i < CALL_PAIRS; i += 1) {
    taken.empty.push(await liveRun(box, { answer: async () => NOTHING, httpMs: () => 0 }));
    taken.call.push(await liveRun(box, liveAnswers(live, instant)));
    taken.emptyFetch.push(await liveRun(box, bareFetch(live)));
    taken.httpCall.push(await liveRun(box, liveAnswers(live)));
  }
  return {
    call: median(taken.call),
    empty: median(taken.empty),
    httpCall: median(taken.httpCall),
    emptyFetch: median(taken.emptyFetch),
  };
}

/** Milliseconds of a run in the box. */
async function runTime(box: Box, source: string): Promise<number> {
  await spareAtRest();
  const began = performance.now();
  await finished(box.run(source).ended);
  return performance.now() - began;
}

/** Waits as long as a person might between two runs. The next worker is ready and warmed up by then. */
function spareAtRest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000));
}

/** Awaits a script's end; throws when it did not finish. */
export async function finished(ended: Promise<BoxEnd>): Promise<BoxEnd> {
  const end = await ended;
  if (end.end !== "finished") throw new Error(`A script of the bench ${end.end}: ${end.error ?? ""}`);
  return end;
}

interface Page {
  answer(text: string): Promise<string>;
  /** Milliseconds spent in HTTP so far. */
  httpMs(): number;
}

/** Milliseconds of one call, HTTP time taken off. */
async function liveRun(box: Box, { answer, httpMs }: Page): Promise<number> {
  const begun: { at: number; http: number }[] = [];
  const timed = (text: string) => {
    begun.push({ at: performance.now(), http: httpMs() });
    return answer(text);
  };
  await finished(box.run(loop(MOCK_CALLS.get_current_user.call, LIVE_CALLS), { answer: timed }).ended);
  const first = begun[0];
  const last = begun.at(-1);
  if (first === undefined || last === undefined) throw new Error("A live run of the bench called nothing.");
  return (last.at - first.at - (last.http - first.http)) / (LIVE_CALLS - 1);
}

/** Gives at once what the server said the first time. */
async function instantTransport(box: Box, live: LiveAccounts): Promise<Transport> {
  const sent: Awaited<ReturnType<Transport>>[] = [];
  const http = overHttp(live.token);
  const { answer } = liveAnswers(live, async (request) => {
    const result = await http(request);
    sent.push(result);
    return result;
  });
  await finished(box.run(MOCK_CALLS.get_current_user.call, { answer }).ended);
  const [first] = sent;
  if (first?.kind !== "response") throw new Error("The graph server did not answer the bench.");
  return async () => first;
}

/** Answers every call with the same text after a plain fetch, whose time it counts. */
function bareFetch({ baseUrls, token }: LiveAccounts): Page {
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
      return NOTHING;
    },
  };
}

function loop(call: string, times: number): string {
  return `for turn = 1, ${times} do ${call} end`;
}
