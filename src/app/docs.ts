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
 * The reference for a trial of `source` with accounts of its own; empty if the script cannot read it. Rejects if it cannot be
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

/** Which accounts each integration has, by name. */
export function namesByIntegration(accounts: readonly SavedAccount[]): RunJob["accounts"] {
  return [...new Set(accounts.map(({ integration }) => integration))].map((integration) => ({
    integration,
    names: accounts.filter((account) => account.integration === integration).map(({ name }) => name),
  }));
}

/** The reference, built once it has been loaded and again when the accounts change. */
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
    /** Loads them; once is enough. Rejects if that fails. */
    load,
    /** Empty until the docs have been loaded. */
    pages: readable(pages),
    /** The page shown, by name. */
    current,
    /** Counts the pages opened from elsewhere. Each time, the docs come to the front. */
    opened: readable(opened),
    open(page: string) {
      load().catch(() => {});
      current.value = page;
      opened.value += 1;
    },
    /** The reference for a run of the page's script; empty if it cannot read it. Rejects if it cannot be loaded. */
    async forRun(source: string): Promise<readonly DocPage[]> {
      if (!mayReadDocs(source)) return [];
      await load();
      return pages.peek();
    },
  };
}
