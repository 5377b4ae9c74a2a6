import type { JsonValue } from "../../../src/shared/json";
import type { Box } from "../../box/driver";
import type { LiveAccounts } from "../../box/live";
import { finished, type LiveTimes, liveCallTimes, type MockCall, mockCallTimes } from "./calls";
import { bareSeconds } from "./plain-workers";
import { timed, workloads } from "./workloads";

/** Two numbers taken one after the other in one run, in milliseconds. */
interface Pair {
  readonly measured: number;
  readonly baseline: number;
}

export interface Measurements {
  workloadNames(): readonly string[];
  /** Lua's own time in the box and in bare Wasmoon, in turns. */
  luaSpeed(name: string): Promise<readonly Pair[]>;
  /** One mock call, and the same call echoed by a bridge with nothing behind it. */
  mockCall(name: MockCall): Promise<Pair>;
  liveCall(): Promise<LiveTimes>;
}

const SPEED_PAIRS = 7;

/** Milliseconds after which the box has made its next spare and rests. Neither side is measured beside that work. */
const QUIET_MS = 1_500;

/** Measurements in this box; live calls go to these accounts. */
export function createMeasurements(box: Box, live: LiveAccounts): Measurements {
  return {
    workloadNames: () => workloads.map(({ name }) => name),

    luaSpeed: async (name) => {
      const workload = workloads.find((each) => each.name === name);
      if (workload === undefined) throw new Error(`There is no workload ${name}.`);
      const source = timed(workload);
      const pairs: Pair[] = [];
      for (let i = 0; i < SPEED_PAIRS; i += 1) {
        await pause(QUIET_MS);
        const baseline = (await bareSeconds(source)) * 1000;
        const { result } = await finished(box.run(source, { answer: noCall }).ended);
        pairs.push({ measured: seconds(result[0]) * 1000, baseline });
      }
      return pairs;
    },

    mockCall: async (name) => {
      const { mock, echo } = await mockCallTimes(box, name);
      return { measured: mock, baseline: echo };
    },

    liveCall: () => liveCallTimes(box, live),
  };
}

/** Makes a live run, whose `os.clock` is the machine's: in mock it counts how often it is asked. */
const noCall = () => Promise.reject(new Error("A workload made a call."));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function seconds(value: JsonValue | undefined): number {
  if (typeof value !== "number")
    throw new Error(`A workload gave ${JSON.stringify(value)}, not its seconds.`);
  return value;
}
