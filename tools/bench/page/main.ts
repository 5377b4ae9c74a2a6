/** The bench's page: measurements in the real box, called one by one by the runner in Node. */
import { openBox } from "../../box/driver";
import type { LiveAccounts } from "../../box/live";
import { createMeasurements, type Measurements } from "./measurements";
import type { LanguageAnswer, LanguageRequest } from "./messages";
import { echoTimes, languageTimes, roundTripMilliseconds } from "./plain-workers";

export interface Bench extends Measurements {
  roundTrip(): Promise<number>;
  /** Milliseconds of a script whose output is only counted by the worker's host. */
  countedRun(source: string): Promise<number>;
  languageTimes(request: LanguageRequest): Promise<LanguageAnswer>;
}

declare global {
  var startBench: (live: LiveAccounts) => Promise<void>;
  var bench: Bench;
}

globalThis.startBench = async (live) => {
  globalThis.bench = {
    ...createMeasurements(await openBox(), live),
    roundTrip: roundTripMilliseconds,
    languageTimes,
    countedRun: async (source) => (await echoTimes(source, '{"ok":true,"value":null}')).run,
  };
};
