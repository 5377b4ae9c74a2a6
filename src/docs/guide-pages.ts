import type { Catalog, Guide } from "../integrations/catalog";
import { loadParts } from "../integrations/load-parts";
import { compactTables, plainText } from "../shared/markdown";
import { type AccountNames, accountsMarkdown } from "./accounts-page";
import type { DocPage } from "./docs";
import { examplesMarkdown } from "./examples-page";
import context from "./guides/context.md?raw";
import embedding from "./guides/embedding.md?raw";
import language from "./guides/language.md?raw";
import overview from "./guides/overview.md?raw";
import steps from "./guides/steps.md?raw";

/** The integrations' own guides, in reading order, by integration id. */
export type Guides = ReadonlyMap<string, readonly Guide[]>;

/** Loads the integrations' guides. */
export const loadGuides = (catalog: Catalog): Promise<Guides> =>
  loadParts(catalog, ({ guides }) => guides?.());

/** The guides, in reading order; the first one is the overview. */
export function guidePages(catalog: Catalog, guides: Guides, accounts: readonly AccountNames[]): DocPage[] {
  return [
    { name: "overview", markdown: overview },
    { name: "language", markdown: language },
    { name: "context", markdown: context },
    { name: "accounts", markdown: accountsMarkdown(catalog, accounts) },
    ...[...guides.values()].flat(),
    { name: "examples", markdown: examplesMarkdown() },
    { name: "steps", markdown: steps },
    { name: "embedding", markdown: embedding },
  ].map(guidePage);
}

/** The page of a guide. */
export function guidePage({ name, markdown }: Guide): DocPage {
  const [heading = "", opening = ""] = markdown.trim().split("\n\n");
  const text = plainText(opening);
  return {
    name,
    title: heading.replace(/^# /, ""),
    summary: /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text,
    kind: "guide",
    markdown: `${compactTables(markdown.trim())}\n`,
  };
}
