/** What a worker tries that someone else controls, as if a script had broken out of the VM, and how its run must end. */
export interface WorkerAttempt {
  /** What it does instead of running the script. */
  readonly name: string;
  readonly mode: "mock" | "live";
  /**
   * JavaScript for the moment at which the worker is to run a script. `say` posts to the page, `print` makes a line of output
   * of a text, `END` is an honest end, and `start`, `port` and `job` are what the worker was given.
   */
  readonly js: string;
  /** What its end must match: `finished`, or `failed: …` with the message. */
  readonly end: RegExp;
}

/** The run ends as the worker says. */
export const FINISHED = /^finished$/;
/** The page ends the run. */
export const REFUSED = /^failed: /;
/** The run's time ends it. */
export const TIMED_OUT = /^failed: Lua timeout error$/;
/** Either, as long as it ends. */
export const ENDS = /^(finished|failed: )/;

/**
 * A script to put in front of the worker's own. Once a run's script is the name of an attempt, that is tried; other runs are
 * honest.
 */
export function hostileFront(attempts: readonly WorkerAttempt[]): string {
  const functions = attempts.map(
    ({ name, js }) => `[${JSON.stringify(name)}, (start, port, job) => {\n${js}\n}]`,
  );
  return `{
const attempts = new Map([${functions.join(",\n")}]);
const END = { kind: "done", result: [], error: null, memoryBytes: 0 };
const frame = (kind, bytes, length = bytes.length) => {
  const whole = new Uint8Array(5 + bytes.length);
  whole[0] = kind;
  new DataView(whole.buffer).setUint32(1, length, true);
  whole.set(bytes, 5);
  return whole;
};
const print = (text, kind = 0) => ({ kind: "output", frames: frame(kind, new TextEncoder().encode(text)) });
let say = () => {};
addEventListener("message", ({ data: start }) => {
  const { port } = start;
  say = (message, transfer = []) => port.postMessage(message, transfer);
  port.addEventListener("message", (event) => {
    const attack = event.data.kind === "run" ? attempts.get(event.data.job.source) : undefined;
    if (attack === undefined) return;
    event.stopImmediatePropagation();
    attack(start, port, event.data.job);
  });
}, { once: true });
}`;
}

type Row = readonly [name: string, js: string, end: RegExp];

/** Attempts of one mode. */
export const attemptsIn = (mode: WorkerAttempt["mode"], rows: readonly Row[]): readonly WorkerAttempt[] =>
  rows.map(([name, js, end]) => ({ name: `${mode}: ${name}`, mode, js, end }));
