import type { Catalog } from "../integrations/catalog";
import type { AccountNames } from "./accounts-page";
import type { DocPage } from "./docs";
import { functionPage } from "./function-page";
import { type Guides, guidePages } from "./guide-pages";
import { namespacePage } from "./namespace-page";

/**
 * The whole reference: each integration's page and one for each function, then the guides; `overview` comes first.
 * `accounts` are the names that scripts can use now, for the page on accounts.
 */
export function buildPages(
  catalog: Catalog,
  guides: Guides,
  accounts: readonly AccountNames[],
): readonly DocPage[] {
  const [overview, ...others] = guidePages(catalog, guides, accounts);
  const namesOf = (id: string) => accounts.find(({ integration }) => integration === id)?.names ?? [];
  const reference = catalog.integrations.flatMap((integration) => [
    namespacePage(integration, guides.get(integration.id) ?? [], namesOf(integration.id)),
    ...integration.functions.map((fn) => functionPage(integration, fn)),
  ]);
  return [...(overview === undefined ? [] : [overview]), ...reference, ...others];
}
