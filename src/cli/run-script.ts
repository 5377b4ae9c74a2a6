import { answerDocs } from "../docs/answer-docs";
import { buildPages } from "../docs/build-pages";
import { loadGuides } from "../docs/guide-pages";
import type { Catalog } from "../integrations/catalog";
import type { Worlds } from "../integrations/simulation";
import type { ChunkResult, Host } from "../runtime/host";
import { instantiateLua } from "../runtime/lua-module";
import { type Chunk, createVm } from "../runtime/vm";
import type { RunJob } from "../sandbox/protocol";
import { runSeed } from "../sandbox/run-seed";
import { loadSimulators, type MockRunEvent, mockEngine } from "../sandbox/worker/mock-engine";
import type { Recorder } from "../steps/recorder/recorder";

/** What a script reports: its start, output in frames (`runtime/output.ts`), rows of calls, world events. */
export type ScriptEvent =
  | { readonly kind: "begun" }
  | { readonly kind: "output"; readonly frames: Uint8Array<ArrayBuffer> }
  | MockRunEvent;

/** A script's environment. */
export interface ScriptSurroundings {
  readonly catalog: Catalog;
  readonly worlds: Worlds;
  readonly accounts: RunJob["accounts"];
}

/**
 * Runs a chunk in a fresh VM against simulated worlds, as the box does in mock mode but on this thread, blocking. Rejects
 * if the VM breaks down; what goes wrong in the script is in the result. A recorder follows it step by step.
 */
export async function runScript(
  wasm: WebAssembly.Module,
  chunk: Chunk,
  { catalog, worlds, accounts }: ScriptSurroundings,
  emit: (event: ScriptEvent) => void,
  recorder?: Recorder,
): Promise<ChunkResult> {
  const [simulators, guides] = await Promise.all([loadSimulators(catalog), loadGuides(catalog)]);
  const engine = mockEngine({ catalog, simulators, worlds, accounts, emit });
  // The pages take a while to build, and most scripts read none.
  let pages: ReturnType<typeof buildPages> | null = null;
  const host: Host = {
    call: engine.call,
    docs: (request) => {
      pages ??= buildPages(catalog, guides, accounts);
      return answerDocs(pages, request);
    },
    now: engine.now,
    computed: engine.computed,
    output: (frames) => emit({ kind: "output", frames }),
  };
  const lua = await instantiateLua(wasm, runSeed(worlds));
  const vm = createVm(lua, recorder?.host(host) ?? host, recorder?.observer);
  emit({ kind: "begun" });
  const end = vm.run(chunk);
  engine.finish();
  return end;
}
