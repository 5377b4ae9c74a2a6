import { effect } from "@preact/signals";
import type { Playground } from "../app/playground";
import type { Catalog } from "../integrations/catalog";
import type { World } from "../integrations/whatsapp/simulator";
import type { ContextData } from "../language/context-data";
import { createLanguage, type Language } from "../language/worker/client";

/** The language worker of a page, kept in step with what scripts can name. */
export function startLanguage(playground: Playground): Language {
  const { notices } = playground;
  const language = createLanguage({
    start: () =>
      new Worker(new URL("../language/worker/language-worker.ts", import.meta.url), { type: "module" }),
    trouble: (text) => notices.show({ tone: "error", text }),
  });
  const following = Promise.all([
    import("../integrations"),
    import("../integrations/whatsapp/simulator/state"),
  ]).then(
    ([{ catalog }, { worldData }]) => follow(playground, language, catalog, worldData),
    // Without these files nothing runs either, and the page says so.
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

/** Tells the worker of accounts, and in mock of the simulated world and of the accounts that need no making. */
function follow(
  { accounts, mode, world }: Playground,
  language: Language,
  catalog: Catalog,
  worldData: (world: World) => ContextData["data"][string],
): () => void {
  let told: Told | null = null;
  return effect(() => {
    const mock = mode.mode.value === "mock";
    const held = mock ? world.world.value : null;
    const simulated = held?.accounts.map(({ name }) => name) ?? [];
    const names = catalog.integrations.map(({ id, mockAccounts }) => {
      const own = accounts.all.value.filter((a) => a.integration === id).map((a) => a.name);
      return [id, [...new Set([...own, ...(mock ? mockAccounts : []), ...simulated])]] as const;
    });
    const now: Told = { names: JSON.stringify(names), data: held === null ? null : worldData(held) };
    // Every message changes the world; what scripts can name it seldom does.
    if (told?.names === now.names && told.data === now.data) return;
    told = now;
    const { data } = now;
    language.know({
      accounts: Object.fromEntries(names),
      data: data === null ? {} : Object.fromEntries(catalog.integrations.map(({ id }) => [id, data])),
    });
  });
}

/** What the worker knows: account names as one text, the world's data as the object it came as. */
interface Told {
  readonly names: string;
  readonly data: ContextData["data"][string] | null;
}
