/** What a worker that replays a run tries, in hostile hands, and how the page's question to it must end. */
export interface ReplayAttempt {
  readonly name: string;
  readonly question: "steps" | "moments" | "visits";
  /** JavaScript for the moment at which it is asked. `say` posts to the page, `STEPS` is an honest last answer. */
  readonly js: string;
  /** What its end must match: `answered`, or `failed: …` with the message. */
  readonly end: RegExp;
}

const ANSWERED = /^answered$/;
const REFUSED = /^failed: /;
const ENDS = /^(answered|failed: )/;

type Row = readonly [question: ReplayAttempt["question"], name: string, js: string, end: RegExp];

const MOMENT = `{ step: 1, moment: { threads: [], globals: [], tables: {} }, watches: [] }`;

const ROWS: readonly Row[] = [
  ["steps", "answers null", `say(null);`, REFUSED],
  ["steps", "answers with a row of a call", `say({ kind: "row", row: {} });`, REFUSED],
  [
    "steps",
    "answers as a worker that runs scripts does",
    `say({ kind: "done", result: [], error: null, memoryBytes: 0 });`,
    REFUSED,
  ],
  ["steps", "starts again", `say({ kind: "ready" });`, REFUSED],
  ["steps", "never answers", ``, REFUSED],
  ["steps", "closes itself", `close();`, REFUSED],
  ["steps", "throws", `throw new Error("x");`, REFUSED],
  ["steps", "answers with a compiled module", `say(module);`, REFUSED],
  ["steps", "answers with shared memory", `say(new SharedArrayBuffer(8));`, REFUSED],
  ["steps", "counts below nothing", `say({ ...STEPS, count: -1 });`, REFUSED],
  ["steps", "counts more than there can be", `say({ ...STEPS, count: 2 ** 53 });`, ENDS],
  ["steps", "hashes to a fraction", `say({ ...STEPS, hash: 0.5 });`, REFUSED],
  ["steps", "answers twice", `say(STEPS); say(STEPS);`, ANSWERED],
  ["steps", "answers, then sends what is no answer", `say(STEPS); say(null);`, ANSWERED],
  ["steps", "answers another question", `say({ kind: "visits", visits: [], counts: [] });`, ENDS],
  ["steps", "fails with nine megabytes", `say({ kind: "failed", message: "x".repeat(9e6) });`, REFUSED],
  [
    "steps",
    "tells steps of kinds, lines and depths that there are not",
    `say({ kind: "progress", words: new Int32Array(2000).fill(-1), calls: [] }); say(STEPS);`,
    ANSWERED,
  ],
  ["steps", "tells half a step", `say({ kind: "progress", words: new Int32Array(3), calls: [] });`, REFUSED],
  [
    "steps",
    "tells steps as another type",
    `say({ kind: "progress", words: new Uint8Array(8), calls: [] });`,
    REFUSED,
  ],
  [
    "steps",
    "tells steps in shared memory",
    `say({ kind: "progress", words: new Int32Array(new SharedArrayBuffer(8)), calls: [] });`,
    REFUSED,
  ],
  [
    "steps",
    "tells calls at no step, of __proto__",
    `say({ kind: "progress", words: new Int32Array(2), calls: [{ step: 0, events: JSON.parse('{"__proto__":[{}],"nobody":[null]}') }] }); say(STEPS);`,
    ENDS,
  ],
  [
    "steps",
    "tells four billion calls",
    `say({ kind: "progress", words: new Int32Array(2), calls: new Array(2 ** 32 - 1) });`,
    REFUSED,
  ],
  [
    "steps",
    "tells four billion events",
    `say({ kind: "progress", words: new Int32Array(2), calls: [{ step: 1, events: { whatsapp: new Array(2 ** 32 - 1) } }] });`,
    REFUSED,
  ],
  [
    "steps",
    "floods the page with steps",
    `for (let n = 0; n < 300; n++) say({ kind: "progress", words: new Int32Array(1 << 18), calls: [] });`,
    REFUSED,
  ],
  [
    "steps",
    "floods the page with empty progress",
    `for (let n = 0; n < 200000; n++) say({ kind: "progress", words: new Int32Array(0), calls: [] });`,
    REFUSED,
  ],
  [
    "steps",
    "floods the page with empty views of eight megabytes",
    `for (let n = 0; n < 300; n++) say({ kind: "progress", words: new Int32Array(1 << 21).subarray(0, 0), calls: [] });`,
    REFUSED,
  ],
  ["steps", "floods its frame", `for (let n = 0; n < 5000; n++) postMessage(null);`, REFUSED],
  [
    "moments",
    "shows a moment of no step",
    `say({ kind: "moments", hash: 0, moments: [{ ...${MOMENT}, step: -1 }] });`,
    REFUSED,
  ],
  [
    "moments",
    "shows four billion moments",
    `say({ kind: "moments", hash: 0, moments: new Array(2 ** 32 - 1) });`,
    REFUSED,
  ],
  [
    "moments",
    "shows a moment whose table is missing, or holds itself",
    `say({ kind: "moments", hash: 0, moments: [{ ...${MOMENT}, moment: { threads: [], globals: [{ name: "t", value: { kind: "table", address: 7 } }], tables: { 8: { fields: [[{ kind: "table", address: 8 }, { kind: "table", address: 8 }]], more: true } } } }] });`,
    ANSWERED,
  ],
  [
    "moments",
    "shows a moment with JavaScript's own names and marks",
    `say({ kind: "moments", hash: 0, moments: [{ ...${MOMENT}, moment: { threads: [], globals: [{ name: "__proto__", value: { kind: "string", text: "<script>alert(1)</script>", cut: 0 } }], tables: JSON.parse('{"__proto__":{"fields":[],"more":false}}') } }] });`,
    ENDS,
  ],
  [
    "moments",
    "shows a value of no kind",
    `say({ kind: "moments", hash: 0, moments: [{ ...${MOMENT}, moment: { threads: [], globals: [{ name: "x", value: { kind: "constructor", text: "x" } }], tables: {} } }] });`,
    REFUSED,
  ],
  [
    "visits",
    "visits a point that was not asked about",
    `say({ kind: "visits", visits: [{ point: 1e9, step: 1, value: null }], counts: [] });`,
    ENDS,
  ],
  [
    "visits",
    "counts four billion points",
    `say({ kind: "visits", visits: [], counts: new Array(2 ** 32 - 1) });`,
    REFUSED,
  ],
];

export const replayAttempts: readonly ReplayAttempt[] = ROWS.map(([question, name, js, end]) => ({
  name: `${question}: ${name}`,
  question,
  js,
  end,
}));

/** In front of the worker's own script, in place of the one that replays. The run's script is the name of an attempt. */
export function hostileReplay(attempts: readonly ReplayAttempt[] = replayAttempts): string {
  const functions = attempts.map(({ name, js }) => `[${JSON.stringify(name)}, (say, module) => {\n${js}\n}]`);
  return `globalThis.replayRuns = ({ port, module }) => {
const attempts = new Map([${functions.join(",\n")}]);
const STEPS = { kind: "steps", count: 1, hash: 0, output: 0, cut: false, error: null };
port.onmessage = ({ data }) => attempts.get(data.inputs.source)((message) => port.postMessage(message), module);
};`;
}
