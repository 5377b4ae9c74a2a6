import { attemptsIn, ENDS, FINISHED, REFUSED, type WorkerAttempt } from "./attempt";

/** Things that are no message at all, as JavaScript. */
const NO_MESSAGES = [
  ["null", "null"],
  ["nothing", "undefined"],
  ["a number", "42"],
  ["the word “done”", `"done"`],
  ["a list of messages", "[END]"],
  ["an empty object", "{}"],
  ["a kind that is a list", `{ ...END, kind: ["done"] }`],
  ["a kind that is a property of every object", `{ kind: "constructor" }`],
  ["a kind called __proto__", `JSON.parse('{"kind":"__proto__"}')`],
  ["a kind of its own", `{ kind: "tell", id: 1, text: "x" }`],
  ["a date", "new Date()"],
  ["a regular expression", "/x/"],
  ["a map with a message's fields", "new Map(Object.entries(END))"],
  ["an error", "new Error('x')"],
  ["a big integer", "10n"],
  ["a file", "new File(['x'], 'x')"],
  ["bytes", "new ArrayBuffer(8)"],
  ["a compiled module, which cannot reach the page", "start.module"],
  ["shared memory, which cannot reach the page", "new SharedArrayBuffer(8)"],
  ["an end with a compiled module in it", "{ ...END, module: start.module }"],
  ["an end with a field of its own", "{ ...END, more: 'x' }"],
  [
    "an object nested 20,000 deep",
    "(() => { let t = {}; for (let n = 0; n < 20000; n++) t = { t }; return t; })()",
  ],
  ["an object that contains itself", "(() => { const t = { kind: 'done' }; t.t = t; return t; })()"],
] as const;

/** Fields of an honest end, replaced. */
const ENDINGS = [
  ["a result that is no list", `{ ...END, result: "x" }`, REFUSED],
  ["a result of a big integer", "{ ...END, result: [1n] }", ENDS],
  [
    "a result of a map, a set, a date and an error",
    "{ ...END, result: [new Map([[1, 2]]), new Set([1]), new Date(), new Error('x')] }",
    ENDS,
  ],
  [
    "a result that contains itself",
    "(() => { const t = {}; t.t = t; return { ...END, result: [t] }; })()",
    ENDS,
  ],
  [
    "a result that doubles with each of sixty levels",
    "(() => { let t = []; for (let n = 0; n < 60; n++) t = [t, t]; return { ...END, result: [t] }; })()",
    REFUSED,
  ],
  ["a result of four billion holes", "{ ...END, result: new Array(2 ** 32 - 1) }", REFUSED],
  [
    "a traceback of four billion holes",
    `{ ...END, error: { message: "x", line: 1, traceback: new Array(2 ** 32 - 1) } }`,
    REFUSED,
  ],
  [
    "a result nested 2,000 deep",
    "(() => { let t = []; for (let n = 0; n < 2000; n++) t = [t]; return { ...END, result: [t] }; })()",
    ENDS,
  ],
  [
    "a result of files and bytes",
    "{ ...END, result: [new Blob(['x']), new ArrayBuffer(8), new Uint8Array(8)] }",
    ENDS,
  ],
  [
    "a result with the names of JavaScript's own properties",
    `{ ...END, result: [JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toJSON":1}')] }`,
    ENDS,
  ],
  ["a result of not-a-number and nothing", "{ ...END, result: [NaN, Infinity, undefined] }", ENDS],
  ["a result of a million values", "{ ...END, result: Array.from({ length: 1e6 }, (_, n) => n) }", ENDS],
  ["an exact result that is no JSON", `{ ...END, exact: "</script>" }`, ENDS],
  ["an exact result of nine megabytes", `{ ...END, exact: "x".repeat(9e6) }`, REFUSED],
  ["an error that is a text", `{ ...END, error: "x" }`, REFUSED],
  ["an error in line -1", `{ ...END, error: { message: "x", line: -1, traceback: [] } }`, REFUSED],
  [
    "an error of nine megabytes",
    `{ ...END, error: { message: "x".repeat(9e6), line: null, traceback: [] } }`,
    REFUSED,
  ],
  [
    "an error with a traceback of a hundred thousand frames",
    `{ ...END, error: { message: "x", line: 1, traceback: Array.from({ length: 1e5 }, () => ({ line: 1, what: "f" })) } }`,
    REFUSED,
  ],
  [
    "an error with marks in it",
    `{ ...END, error: { message: "<img src=x onerror=alert(1)>", line: 1e15, traceback: [{ line: 1e15, what: "<b>" }] } }`,
    REFUSED,
  ],
  ["memory that is not a number", "{ ...END, memoryBytes: NaN }", REFUSED],
  ["memory below nothing", "{ ...END, memoryBytes: -1 }", REFUSED],
  ["a crash of nine megabytes", `{ kind: "crashed", message: "x".repeat(9e6) }`, REFUSED],
] as const;

/** Output that is no output, or is larger than it looks. */
const OUTPUTS = [
  ["frames that are a list", `{ kind: "output", frames: [0, 1, 0, 0, 0, 120] }`, REFUSED],
  ["frames of another type", `{ kind: "output", frames: new Int8Array(8) }`, REFUSED],
  [
    "frames in shared memory",
    `{ kind: "output", frames: new Uint8Array(new SharedArrayBuffer(8)) }`,
    REFUSED,
  ],
  [
    "a frame that is longer than the message",
    `{ kind: "output", frames: frame(0, new Uint8Array(4), 2 ** 32 - 1) }`,
    REFUSED,
  ],
  ["half a frame's header", `{ kind: "output", frames: new Uint8Array(3) }`, REFUSED],
  ["sixteen thousand and one frames", `{ kind: "output", frames: new Uint8Array(5 * 16385) }`, REFUSED],
  ["a frame of no kind", `{ kind: "output", frames: frame(255, new Uint8Array(4)) }`, FINISHED],
  ["a table that is no JSON", `print("{", 1)`, FINISHED],
  [
    "a table nested 100,000 deep, without an end",
    `print('{"text":"x","parts":[' + '{"kind":"table","table":{"kind":"list","omitted":0,"entries":[["1",'.repeat(1e5), 1)`,
    ENDS,
  ],
  [
    "a table of 2,000 levels",
    `print('{"text":"x","parts":[{"kind":"table","table":' + '{"kind":"list","omitted":0,"entries":[["1",{"kind":"table","table":'.repeat(2000) + '{"kind":"list","omitted":0,"entries":[]}' + '}]]}'.repeat(2000) + "}]}", 1)`,
    ENDS,
  ],
  [
    "a table with JavaScript's own property names",
    `print('{"text":"x","parts":[{"kind":"table","table":{"__proto__":{"polluted":1},"kind":"map","omitted":1e308,"entries":[["__proto__",{"kind":"other","text":"x"}]]}}]}', 1)`,
    ENDS,
  ],
  [
    "one byte of sixty-four megabytes",
    `{ kind: "output", frames: new Uint8Array(64 << 20).subarray(0, 0) }`,
    ENDS,
  ],
] as const;

/** Rows, events and acts that no mock call makes. */
const EVENTS = [
  ["events that are a list", `{ kind: "runEvents", events: [1], rows: [] }`, REFUSED],
  ["events of no integration", `{ kind: "runEvents", events: { nobody: [{}] }, rows: [] }`, REFUSED],
  ["events of __proto__", `{ kind: "runEvents", events: JSON.parse('{"__proto__":[{}]}'), rows: [] }`, ENDS],
  ["an event that is nothing", `{ kind: "runEvents", events: { whatsapp: [null] }, rows: [] }`, REFUSED],
  [
    "an event of a type called constructor",
    `{ kind: "runEvents", events: { whatsapp: [{ type: "constructor" }] }, rows: [] }`,
    REFUSED,
  ],
  [
    "an event that moves the clock by a million years",
    `{ kind: "runEvents", events: { whatsapp: [{ type: "time_passed", ms: 3e16 }] }, rows: [] }`,
    REFUSED,
  ],
  [
    "a million events",
    `{ kind: "runEvents", events: { whatsapp: new Array(1e6).fill(null) }, rows: [] }`,
    REFUSED,
  ],
  [
    "a list of events with 2 ** 32 - 1 holes",
    `{ kind: "runEvents", events: { whatsapp: new Array(2 ** 32 - 1) }, rows: [] }`,
    REFUSED,
  ],
  ["a row that is nothing", `{ kind: "runEvents", events: {}, rows: [null] }`, REFUSED],
  [
    "a row with a status of its own",
    `{ kind: "runEvents", events: {}, rows: [{ ...ROW, status: "sent" }] }`,
    REFUSED,
  ],
  ["a row below the first", `{ kind: "runEvents", events: {}, rows: [{ ...ROW, id: -1 }] }`, REFUSED],
  [
    "a row with arguments that are no JSON",
    `{ kind: "runEvents", events: {}, rows: [{ ...ROW, args: [1n, new Map()] }] }`,
    REFUSED,
  ],
  [
    "a row whose arguments contain themselves",
    `(() => { const t = {}; t.t = t; return { kind: "runEvents", events: {}, rows: [{ ...ROW, args: [t] }] }; })()`,
    REFUSED,
  ],
  [
    "a row with a request by TRACE",
    `{ kind: "runEvents", events: {}, rows: [{ ...ROW, request: { method: "TRACE", url: "x", headers: {}, body: null } }] }`,
    REFUSED,
  ],
  [
    "a row whose address runs code",
    `{ kind: "runEvents", events: {}, rows: [{ ...ROW, request: { method: "GET", url: "javascript:alert(1)", headers: {}, body: null } }] }`,
    ENDS,
  ],
  [
    "a row of nine megabytes",
    `{ kind: "runEvents", events: {}, rows: [{ ...ROW, error: "x".repeat(9e6) }] }`,
    REFUSED,
  ],
  ["a thousand and one rows", `{ kind: "runEvents", events: {}, rows: Array(1001).fill(ROW) }`, REFUSED],
  ["acts heard at look -1", `{ kind: "heard", look: -1, text: "{}" }`, REFUSED],
  ["acts heard of nine megabytes", `{ kind: "heard", look: 1, text: "x".repeat(9e6) }`, REFUSED],
  ["acts heard that are no JSON", `{ kind: "heard", look: 1, text: "{" }`, ENDS],
] as const;

const ROW = `const ROW = { id: 1, path: "app.x", group: null, name: null, icon: null, kind: null, account: null, line: 1, args: [], startedMs: 0, durationMs: 0, status: "ok", error: null, request: null, response: null };`;

/** Messages that are malformed, or hold what no honest worker sends. Each is sent in front of an honest end. */
export const shapeAttempts: readonly WorkerAttempt[] = [
  ...attemptsIn(
    "mock",
    NO_MESSAGES.map(([name, js]) => [
      `sends ${name}`,
      `let m; try { m = ${js}; say(m); } catch { say(null); } say(END);`,
      REFUSED,
    ]),
  ),
  ...attemptsIn(
    "mock",
    ENDINGS.map(([name, js, end]) => [`ends with ${name}`, `try { say(${js}); } catch { say(null); }`, end]),
  ),
  ...attemptsIn(
    "mock",
    OUTPUTS.map(([name, js, end]) => [
      `prints ${name}`,
      `try { say(${js}); } catch { say(null); } say(END);`,
      end,
    ]),
  ),
  ...attemptsIn(
    "mock",
    EVENTS.map(([name, js, end]) => [
      `tells ${name}`,
      `${ROW} try { say(${js}); } catch { say(null); } say(END);`,
      end,
    ]),
  ),
];
