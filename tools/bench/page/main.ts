/** The bench's page: measurements in the real box, called one by one by the runner in Node. */
import { openBox } from "../../box/driver";
import type { LiveAccounts } from "../../box/live";
import { createMeasurements, type Measurements } from "./measurements";
import { echoMilliseconds, roundTripMilliseconds } from "./plain-workers";

export interface Bench extends Measurements {
  roundTrip(): Promise<number>;
  countedRun(source: string): Promise<number>;
}

declare global {
  var startBench: (live: LiveAccounts) => Promise<void>;
  var bench: Bench;
}

globalThis.startBench = async (live) => {
  globalThis.bench = {
    ...createMeasurements(await openBox(), live),
    roundTrip: roundTripMilliseconds,
    countedRun: (source) => echoMilliseconds(source, '{"ok":true,"value":null}'),
  };
};
