import { attemptsIn, ENDS, FINISHED, REFUSED, TIMED_OUT } from "./attempt";

/** Messages that are well formed, in an order or a run in which they may not come. */
export const orderAttempts = [
  ...attemptsIn("mock", [
    [
      "asks for a live call",
      `say({ kind: "call", text: '{"path":["integrations","whatsapp","get_current_user"],"args":[],"line":1}', computedMs: 0 });`,
      REFUSED,
    ],
    ["tells what clocks showed", `say({ kind: "clocks", values: [1] });`, REFUSED],
    ["starts again", `say({ kind: "ready" });`, REFUSED],
    ["begins again and again", `for (;;) say({ kind: "begun" });`, REFUSED],
    ["ends twice", `say(END); say(END);`, FINISHED],
    ["ends, then crashes", `say(END); say({ kind: "crashed", message: "ESCAPED" });`, FINISHED],
    ["crashes, then ends", `say({ kind: "crashed", message: "trap" }); say(END);`, /^failed: trap$/],
    ["prints after its end", `say(END); say(print("ESCAPED after the end"));`, FINISHED],
    [
      "makes rows and events after its end",
      `say(END); say({ kind: "runEvents", events: { whatsapp: [{}] }, rows: [{}] });`,
      FINISHED,
    ],
    [
      "ends with an error, then without",
      `say({ ...END, error: { message: "first", line: 1, traceback: [] } }); say(END);`,
      /^failed: first$/,
    ],
    ["never ends", ``, TIMED_OUT],
    [
      "computes without end and says nothing",
      `const until = performance.now() + 2500; while (performance.now() < until);`,
      TIMED_OUT,
    ],
    ["closes itself", `close();`, TIMED_OUT],
    ["closes its port", `port.close();`, TIMED_OUT],
    ["throws", `throw new Error("out");`, REFUSED],
    ["throws nothing", `throw null;`, REFUSED],
    ["throws what cannot be written out", `throw { toString() { throw 1; } };`, REFUSED],
    ["reports an error of its own", `reportError(new Error("x"));`, REFUSED],
    ["lets a promise fail, and ends", `Promise.reject(new Error("x")); say(END);`, FINISHED],
    [
      "has a timer compile text, and ends",
      `try { setTimeout("postMessage(1)", 0); } catch {} setTimeout(() => say(END), 20);`,
      FINISHED,
    ],
    ["posts to its frame", `postMessage(null);`, REFUSED],
    ["posts an order to its frame", `postMessage({ kind: "spawn", id: 9, seed: 1 });`, REFUSED],
    ["tells the frame that it has loaded", `postMessage({ kind: "loaded", shared: true });`, REFUSED],
    [
      "hands its frame ports",
      `postMessage(null, Array.from({ length: 100 }, () => new MessageChannel().port1));`,
      REFUSED,
    ],
    [
      "answers as if it were the page",
      `port.dispatchEvent(new MessageEvent("message", { data: { kind: "run", job: { ...job, source: "" } } })); say(END);`,
      ENDS,
    ],
    [
      "has the honest worker run another script as well",
      `port.dispatchEvent(new MessageEvent("message", { data: { kind: "run", job: { ...job, source: "while true do end" } } }));`,
      TIMED_OUT,
    ],
    [
      "changes its prototypes, and ends",
      `Object.prototype.kind = "call"; Array.prototype.push = null; Object.prototype.toJSON = () => "ESCAPED"; say(END);`,
      FINISHED,
    ],
  ]),
  ...attemptsIn("live", [
    [
      "makes a row of a call that was never made",
      `say({ kind: "runEvents", events: {}, rows: [{}] });`,
      REFUSED,
    ],
    [
      "changes the simulated world",
      `say({ kind: "runEvents", events: { whatsapp: [] }, rows: [] });`,
      REFUSED,
    ],
    ["says that it heard of a person's acts", `say({ kind: "heard", look: 1, text: "{}" });`, REFUSED],
    ["starts again", `say({ kind: "ready" });`, REFUSED],
    ["calls while it waits for an answer", `say(CALL); say(CALL);`, REFUSED],
    ["calls three hundred times at once", `for (let n = 0; n < 300; n++) say(CALL);`, REFUSED],
    ["ends while it waits for an answer", `say(CALL); say(END);`, FINISHED],
    [
      "crashes while it waits for an answer",
      `say(CALL); say({ kind: "crashed", message: "trap" });`,
      REFUSED,
    ],
    [
      "prints while it waits for an answer, and ends",
      `say(CALL); say(print("x")); setTimeout(() => say(END), 200);`,
      FINISHED,
    ],
    ["closes itself while it waits for an answer", `say(CALL); close();`, TIMED_OUT],
    [
      "writes its own answer, and ends",
      `new Int32Array(start.buffer).fill(1); say(CALL); setTimeout(() => say(END), 200);`,
      FINISHED,
    ],
    [
      "says that its buffer is read, again and again",
      `say(CALL); const header = new Int32Array(start.buffer, 0, 3); for (let n = 0; n < 1e5; n++) { Atomics.store(header, 0, n & 1); Atomics.notify(header, 0); } say(END);`,
      ENDS,
    ],
    ["asks its frame for more of no answer", `postMessage(null); say(END);`, ENDS],
    [
      "takes its backlog below nothing, and floods",
      `Atomics.store(new Int32Array(start.backlog), 0, -(2 ** 31)); for (let n = 0; n < 5000; n++) say(print("x"));`,
      REFUSED,
    ],
  ]).map((attempt) => ({
    ...attempt,
    js: `const CALL = { kind: "call", text: '{"path":["integrations","whatsapp","get_current_user"],"args":[{}],"line":1}', computedMs: 0 };\n${attempt.js}`,
  })),
];
