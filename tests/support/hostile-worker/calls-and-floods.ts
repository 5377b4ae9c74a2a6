import { attemptsIn, ENDS, FINISHED, REFUSED, type WorkerAttempt } from "./attempt";

/** Live calls of which the door must make nothing, or what their arguments say. */
const CALLS = [
  ["a text that is no JSON", `{ text: "{" }`, FINISHED],
  ["a text that is no call", `{ text: "[]" }`, FINISHED],
  ["a text that is a number", `{ text: 42 }`, REFUSED],
  ["a text of two megabytes", `{ text: "x".repeat(2e6) }`, REFUSED],
  [
    "a text of 600 kB",
    `{ text: JSON.stringify({ path: ["integrations", "whatsapp", "send_message"], args: [{ body: "x".repeat(6e5) }], line: 1 }) }`,
    FINISHED,
  ],
  [
    "arguments nested 10,000 deep",
    `{ text: '{"path":["integrations","whatsapp","send_message"],"args":' + "[".repeat(1e4) + "]".repeat(1e4) + ',"line":1}' }`,
    FINISHED,
  ],
  [
    "arguments of 100,000 values",
    `{ text: JSON.stringify({ path: ["integrations", "whatsapp", "send_message"], args: Array(1e5).fill(1), line: 1 }) }`,
    FINISHED,
  ],
  [
    "a path of JavaScript's own names",
    `{ text: '{"path":["__proto__","constructor","constructor"],"args":["return 1"],"line":1}' }`,
    FINISHED,
  ],
  [
    "an account called __proto__",
    `{ text: '{"path":["integrations","whatsapp","__proto__","get_current_user"],"args":[],"line":1}' }`,
    FINISHED,
  ],
  ["a path of numbers", `{ text: '{"path":[1,2],"args":[],"line":1}' }`, FINISHED],
  ["a line of its own", `{ text: '{"path":["integrations"],"args":[],"line":-5}' }`, FINISHED],
  [
    "an address of its own in its arguments",
    `{ text: '{"path":["integrations","whatsapp","get_message"],"args":[{"message_id":"../../x","base_url":"http://127.0.0.1:1/","url":"http://127.0.0.1:1/"}],"line":1}' }`,
    FINISHED,
  ],
  ["a time that is not a number", `{ computedMs: NaN }`, REFUSED],
  ["a time that is a text", `{ computedMs: "0" }`, REFUSED],
  ["a time below nothing", `{ computedMs: -1e308 }`, FINISHED],
  ["an endless time", `{ computedMs: Infinity }`, FINISHED],
  [
    "a token of its own",
    `{ token: "x", headers: { Authorization: "x" }, url: "http://127.0.0.1:1/" }`,
    REFUSED,
  ],
] as const;

/** As many messages as no honest worker has on their way. The page ends it, or keeps up with what the gate passes on. */
const FLOODS = [
  ["lines", `print("x")`],
  ["acts heard", `{ kind: "heard", look: 1, text: "{}" }`],
  ["events of nothing", `{ kind: "runEvents", events: {}, rows: [] }`],
  [
    "a hundred thousand events each",
    `{ kind: "runEvents", events: { whatsapp: new Array(1e5).fill(0) }, rows: [] }`,
  ],
  ["compiled modules, which cannot reach the page", "start.module"],
  ["shared memory, which cannot reach the page", "new SharedArrayBuffer(8)"],
  ["empty views of eight megabytes", `{ kind: "output", frames: new Uint8Array(8 << 20).subarray(0, 0) }`],
  ["a megabyte beside each message", `{ kind: "heard", look: 1, text: "{}", more: "x".repeat(1e6) }`],
] as const;

const CALL = `const CALL = { kind: "call", text: '{"path":["integrations","whatsapp","get_current_user"],"args":[{}],"line":1}', computedMs: 0 };`;

export const callAttempts: readonly WorkerAttempt[] = attemptsIn("live", [
  ...CALLS.map(
    ([name, fields, end]) =>
      [
        `calls with ${name}`,
        `${CALL} say({ ...CALL, ...${fields} }); setTimeout(() => say(END), 300);`,
        end,
      ] as const,
  ),
  [
    "tells ten thousand and one clock readings",
    `say({ kind: "clocks", values: Array(10001).fill(1) });`,
    REFUSED,
  ],
  ["tells clock readings that are texts", `say({ kind: "clocks", values: ["1"] });`, REFUSED],
  [
    "tells clock readings that are not numbers",
    `say({ kind: "clocks", values: [NaN, Infinity] }); say(END);`,
    ENDS,
  ],
  [
    "floods the page with clock readings",
    `for (let n = 0; n < 3000; n++) say({ kind: "clocks", values: [1] }); say(END);`,
    ENDS,
  ],
]);

export const floodAttempts: readonly WorkerAttempt[] = attemptsIn(
  "mock",
  FLOODS.map(([name, js]) => [
    `floods the page with ${name}`,
    `for (let n = 0; n < 1500; n++) say(${js}); say(END);`,
    ENDS,
  ]),
);
