import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DocPage } from "../docs/docs";
import type { SavedAccount } from "../vault/accounts";
import { readable } from "./readable";

export type DocsModel = ReturnType<typeof openDocs>;

/** Loads what the reference is built of. */
export async function loadDocs() {
  const [{ buildPages }, { loadGuides }, { catalog }] = await Promise.all([
    import("../docs/build-pages"),
    import("../docs/guide-pages"),
    import("../integrations"),
  ]);
  return { buildPages, catalog, guides: await loadGuides(catalog) };
}

/** The reference, built once its texts have arrived and again when the accounts change. */
export function openDocs(accounts: ReadonlySignal<readonly SavedAccount[]>) {
  const pages = signal<readonly DocPage[]>([]);
  const current = signal("overview");
  const opened = signal(0);
  // The docs pane reports that they could not be loaded.
  loadDocs().then(
    ({ buildPages, catalog, guides }) =>
      effect(() => {
        pages.value = buildPages(
          catalog,
          guides,
          catalog.integrations.map(({ id }) => ({
            integration: id,
            names: accounts.value.filter((account) => account.integration === id).map(({ name }) => name),
          })),
        );
      }),
    () => {},
  );
  return {
    /** Empty until the docs have been loaded. */
    pages: readable(pages),
    /** The page shown, by name. */
    current,
    /** Counts the pages opened from elsewhere. Each time, the docs come to the front. */
    opened: readable(opened),
    open(page: string) {
      current.value = page;
      opened.value += 1;
    },
  };
}
