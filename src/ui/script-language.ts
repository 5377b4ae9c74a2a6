import { effect } from "@preact/signals";
import type { Playground } from "../app/playground";
import type { Catalog } from "../integrations/catalog";
import { createLanguage, type Language } from "../language/worker/client";

/** The page's language worker, kept in step with what scripts can name. */
export function startLanguage(playground: Playground): Language {
  const { notices } = playground;
  const language = createLanguage({
    start: () =>
      new Worker(new URL("../language/worker/language-worker.ts", import.meta.url), { type: "module" }),
    trouble: (text) => notices.error(text),
  });
  const following = import("../integrations").then(
    ({ catalog }) => follow(playground, language, catalog),
    // Without this file nothing runs, and the page says so.
    () => () => {},
  );
  return {
    ...language,
    dispose() {
      void following.then((stop) => stop());
      language.dispose();
    },
  };
}

/** Tells the worker about accounts, and in mock about the simulated worlds and the built-in accounts. */
function follow(
  { accounts, mode, worlds }: Playground,
  language: Language,
  { integrations }: Catalog,
): () => void {
  let told: readonly unknown[] = [];
  return effect(() => {
    const mock = mode.mode.value === "mock";
    const names: Record<string, readonly string[]> = {};
    const data: Record<string, unknown> = {};
    for (const { id, mockAccounts } of integrations) {
      const own = accounts.all.value.filter((a) => a.integration === id).map((a) => a.name);
      names[id] = own;
      if (!mock) continue;
      const model = worlds.all.value.get(id);
      const [simulator, world] = [model?.simulator.value ?? null, model?.world.value ?? null];
      const simulated = simulator !== null && world !== null ? simulator.accountNames(world) : [];
      names[id] = [...new Set([...own, ...mockAccounts, ...simulated])];
      if (simulator !== null && world !== null) data[id] = simulator.named(world);
    }
    // Every message changes a world, but what scripts can name in it seldom changes, and is then the same object.
    const now = [JSON.stringify(names), ...Object.values(data)];
    if (now.length === told.length && now.every((each, at) => each === told[at])) return;
    told = now;
    language.know({ accounts: names, data });
  });
}
