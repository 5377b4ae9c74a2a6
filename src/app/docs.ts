import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DocPage } from "../docs/docs";
import type { RunJob } from "../sandbox/protocol";
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

/**
 * The reference for a run of `source` with these accounts; empty if the script cannot read it. Rejects if it cannot be
 * loaded.
 */
export async function docsFor(source: string, accounts: RunJob["accounts"]): Promise<readonly DocPage[]> {
  if (!mayReadDocs(source)) return [];
  const { buildPages, catalog, guides } = await loadDocs();
  return buildPages(catalog, guides, accounts);
}

/**
 * Whether a script may read the docs: it names one of their functions, or a way to reach a global by a name made as it runs.
 *
 * @internal
 */
export function mayReadDocs(source: string): boolean {
  return /\b(?:docs|lua_\w+|_G|_ENV|load)\b/.test(source);
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
