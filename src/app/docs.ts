import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DocPage } from "../docs/docs";
import type { RunJob } from "../sandbox/protocol";
import type { SavedAccount } from "../vault/accounts";
import { readable } from "./readable";

export type DocsModel = ReturnType<typeof openDocs>;

/** Loads the parts of the reference. */
export async function loadDocs() {
  const [{ buildPages }, { loadGuides }, { catalog }] = await Promise.all([
    import("../docs/build-pages"),
    import("../docs/guide-pages"),
    import("../integrations"),
  ]);
  return { buildPages, catalog, guides: await loadGuides(catalog) };
}

/**
 * Returns the reference for a trial of `source` with its own accounts, or an empty list if the script cannot read it. Rejects
 * if loading fails.
 */
export async function docsFor(source: string, accounts: RunJob["accounts"]): Promise<readonly DocPage[]> {
  if (!mayReadDocs(source)) return [];
  const { buildPages, catalog, guides } = await loadDocs();
  return buildPages(catalog, guides, accounts);
}

/**
 * Whether a script may read the docs: it names one of their functions, or a way to reach a global by a computed name.
 *
 * @internal
 */
export function mayReadDocs(source: string): boolean {
  return /\b(?:docs|lua_\w+|_G|_ENV|load)\b/.test(source);
}

/** Account names by integration. */
export function namesByIntegration(accounts: readonly SavedAccount[]): RunJob["accounts"] {
  return [...new Set(accounts.map(({ integration }) => integration))].map((integration) => ({
    integration,
    names: accounts.filter((account) => account.integration === integration).map(({ name }) => name),
  }));
}

/** The reference, built when loaded and rebuilt when the accounts change. */
export function openDocs(accounts: ReadonlySignal<readonly SavedAccount[]>) {
  const pages = signal<readonly DocPage[]>([]);
  const current = signal("overview");
  const opened = signal(0);
  let loading: Promise<void> | null = null;
  const load = () => {
    loading ??= loadDocs().then(
      ({ buildPages, catalog, guides }) => {
        effect(() => {
          pages.value = buildPages(catalog, guides, namesByIntegration(accounts.value));
        });
      },
      (error: unknown) => {
        // The next run tries again.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  return {
    /** Loads the docs, once. Rejects if that fails. */
    load,
    /** Empty until the docs have been loaded. */
    pages: readable(pages),
    /** The name of the page shown. */
    current,
    /** Counts pages opened from elsewhere. Each one brings the docs to the front. */
    opened: readable(opened),
    open(page: string) {
      load().catch(() => {});
      current.value = page;
      opened.value += 1;
    },
    /** The reference for a run of the page's script, or an empty list if it cannot read it. Rejects if loading fails. */
    async forRun(source: string): Promise<readonly DocPage[]> {
      if (!mayReadDocs(source)) return [];
      await load();
      return pages.peek();
    },
  };
}
