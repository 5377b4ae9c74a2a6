/// <reference lib="webworker" />
/** The runtime and the mock door in a worker without a frame around it. */
import { answerDocs } from "../../src/docs/answer-docs";
import { buildPages } from "../../src/docs/build-pages";
import { mockDoor } from "../../src/gateway/mock-door";
import type { ConfiguredAccount } from "../../src/gateway/prepare";
import { catalog } from "../../src/integrations";
import { DEFAULT_LIMITS } from "../../src/runtime/host";
import { instantiateLua } from "../../src/runtime/lua-module";
import { createVm, type Vm } from "../../src/runtime/vm";
import { AnswerReader } from "../../src/sandbox/answer-buffer";
import { apply, mockAccounts, respond, seedWorld } from "../../src/simulator";
import type { FromPlainWorker, ToPlainWorker } from "./messages";

const tell = (message: FromPlainWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });
const pages = buildPages(catalog, []);
let vm: Vm | null = null;
let answers: AnswerReader | null = null;
let live = false;

addEventListener("message", async ({ data }: MessageEvent<ToPlainWorker>) => {
  if (data.kind === "prepare") {
    answers = data.buffer === null ? null : new AnswerReader(data.buffer);
    vm = createVm(await instantiateLua(data.module), host());
    tell({ kind: "ready" });
    return;
  }
  live = data.live;
  try {
    if (vm === null) throw new Error("There is no VM.");
    const { memoryBytes } = DEFAULT_LIMITS;
    tell({ kind: "done", end: vm.run({ name: "case.lua", source: data.source, memoryBytes }) });
  } catch (error) {
    tell({ kind: "crashed", message: String(error) });
  }
});

function host() {
  const mock = createMock();
  return {
    call: (text: string) => (live ? askPage(text) : JSON.stringify(mock(text))),
    docs: (request: string) => answerDocs(pages, request),
    now: () => Date.now(),
    output: (frames: Uint8Array<ArrayBuffer>) => tell({ kind: "output", frames }, [frames.buffer]),
  };
}

function askPage(text: string): string {
  if (answers === null) throw new Error("Live calls need a cross-origin isolated page.");
  return answers.exchange(
    () => tell({ kind: "call", text }),
    () => tell({ kind: "more" }),
  );
}

function createMock() {
  let world = seedWorld();
  const accounts = mockAccounts(world);
  const account = (name: string) => accounts.find((each) => each.name === name) ?? null;
  const find = (_integration: string, name: string): ConfiguredAccount | null => {
    const found = account(name);
    return found === null ? null : { name, fields: found.fields, complete: true };
  };
  const started = performance.now();
  return mockDoor({
    catalog,
    accounts: { names: () => accounts.map(({ name }) => name).filter((name) => name !== "default"), find },
    token: (_integration, name) => account(name)?.token ?? "",
    simulate: (request) => {
      const { response, events } = respond(world, request);
      for (const event of events) world = apply(world, event);
      return response;
    },
    elapsedMs: () => performance.now() - started,
    log: (row) => tell({ kind: "row", row }),
  });
}
