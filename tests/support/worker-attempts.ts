/** All that a hostile worker tries with messages, for every engine. */
import type { WorkerAttempt } from "./hostile-worker/attempt";
import { callAttempts, floodAttempts } from "./hostile-worker/calls-and-floods";
import { orderAttempts } from "./hostile-worker/order";
import { shapeAttempts } from "./hostile-worker/shapes";

export const workerAttempts: readonly WorkerAttempt[] = [
  ...orderAttempts,
  ...shapeAttempts,
  ...callAttempts,
  ...floodAttempts,
];
