/// <reference lib="webworker" />
/** The real runtime in a plain worker with nothing behind it: calls are echoed a fixed reply, output is only counted. */
import { instantiateLua } from "../../../src/runtime/lua-module";
import { createVm, type Vm } from "../../../src/runtime/vm";
import type { EchoAnswer, EchoRequest } from "./messages";

let vm: Vm | null = null;
let reply = "";
let outputBytes = 0;
let firstCall: number | null = null;
let lastCall = 0;

const host = {
  call: () => {
    lastCall = performance.now();
    firstCall ??= lastCall;
    return reply;
  },
  docs: () => '{"ok":true,"value":""}',
  now: () => Date.now(),
  output: (frames: Uint8Array) => {
    outputBytes += frames.length;
  },
};

addEventListener("message", async ({ data }: MessageEvent<EchoRequest>) => {
  if (data.kind === "prepare") {
    vm = createVm(await instantiateLua(data.module, 1), host);
    reply = data.reply;
    postMessage({ error: null, outputBytes: 0, callsMs: 0 } satisfies EchoAnswer);
    return;
  }
  const result = vm?.run({ name: "echo.lua", source: data.source, memoryBytes: data.memoryBytes });
  const error = result === undefined ? "There was no VM ready." : (result.error?.message ?? null);
  postMessage({ error, outputBytes, callsMs: lastCall - (firstCall ?? lastCall) } satisfies EchoAnswer);
});
