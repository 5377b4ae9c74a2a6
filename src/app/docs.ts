import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DocPage } from "../docs/pages";
import type { Account } from "../vault/account";
import type { DocsModel } from "./playground";

/** The reference, built once its texts have arrived and again when the accounts change. */
export function openDocs(accounts: ReadonlySignal<readonly Account[]>): DocsModel {
  const pages = signal<readonly DocPage[]>([]);
  const current = signal("overview");
  const opened = signal(0);
  const loading = Promise.all([import("../docs/build-pages"), import("../integrations")]);
  // The docs pane says itself when nothing came.
  loading.then(
    ([{ buildPages }, { catalog }]) =>
      effect(() => {
        pages.value = buildPages(
          catalog,
          catalog.integrations.map(({ id }) => ({
            integration: id,
            names: accounts.value.filter((account) => account.integration === id).map(({ name }) => name),
          })),
        );
      }),
    () => {},
  );
  return {
    pages,
    current,
    opened,
    open(page) {
      current.value = page;
      opened.value += 1;
    },
  };
}
