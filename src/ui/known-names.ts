import { effect } from "@preact/signals";
import type { Playground } from "../app/playground";
import { catalog } from "../integrations";
import type { Language } from "../language/worker/client";

/**
 * Tells the language worker about accounts, and in mock about the simulated worlds and the built-in accounts. Returns a function
 * that stops it.
 */
export function tellNames({ accounts, mode, worlds }: Playground, language: Language): () => void {
  let told: readonly unknown[] = [];
  return effect(() => {
    const mock = mode.mode.value === "mock";
    const names: Record<string, readonly string[]> = {};
    const data: Record<string, unknown> = {};
    for (const { id, mockAccounts } of catalog.integrations) {
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
