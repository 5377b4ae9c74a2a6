import fc from "fast-check";
import { DEEP, sample } from "./sample";

// Without a seed of its own a property is tried with other inputs at each run, and fails by chance.
fc.configureGlobal({ numRuns: sample(100), ...(DEEP ? {} : { seed: 20_240_601 }) });
