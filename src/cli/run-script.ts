import { answerDocs } from "../docs/answer-docs";
import { buildPages } from "../docs/build-pages";
import { catalog } from "../integrations";
import { mockAccounts, type World } from "../integrations/whatsapp/simulator";
import type { ChunkResult } from "../runtime/host";
import { instantiateLua } from "../runtime/lua-module";
import { type Chunk, createVm } from "../runtime/vm";
import { type MockRunEvent, mockEngine } from "../sandbox/worker/mock-engine";

/** What a script tells: that it begins, output in frames (`runtime/output.ts`), rows of calls, events of the world. */
export type ScriptNews =
  | { readonly kind: "begun" }
  | { readonly kind: "output"; readonly frames: Uint8Array<ArrayBuffer> }
  | MockRunEvent;

/**
 * Runs a chunk in a fresh VM against a simulated world, as the box does in mock mode but on this thread, blocking.
 * `tell` hears what happens as it happens. Rejects when the VM breaks down; what goes wrong in the script is in the result.
 */
export async function runScript(
  wasm: WebAssembly.Module,
  chunk: Chunk,
  world: World,
  tell: (news: ScriptNews) => void,
): Promise<ChunkResult> {
  const names = mockAccounts(world).map(({ name }) => name);
  const engine = mockEngine(world, tell);
  // The pages take a while to build, and most scripts read none.
  let pages: ReturnType<typeof buildPages> | null = null;
  const vm = createVm(await instantiateLua(wasm), {
    call: engine.call,
    docs: (request) => {
      pages ??= buildPages(
        catalog,
        catalog.integrations.map(({ id }) => ({ integration: id, names })),
      );
      return answerDocs(pages, request);
    },
    now: engine.now,
    output: (frames) => tell({ kind: "output", frames }),
  });
  tell({ kind: "begun" });
  const end = vm.run(chunk);
  engine.finish();
  return end;
}
