import type { Catalog } from "../integrations/catalog";
import { type AccountNames, accountsMarkdown } from "./accounts-page";
import { errorsMarkdown } from "./errors-page";
import { examplesMarkdown } from "./examples-page";
import embedding from "./guides/embedding.md?raw";
import language from "./guides/language.md?raw";
import limits from "./guides/limits.md?raw";
import mockAndLive from "./guides/mock-and-live.md?raw";
import overview from "./guides/overview.md?raw";
import templates from "./guides/templates.md?raw";
import { compactTables, plainText } from "./markdown";
import type { DocPage } from "./pages";

/** The guides, in reading order. */
export function guidePages(catalog: Catalog, accounts: readonly AccountNames[]): DocPage[] {
  return [
    guide("overview", overview),
    guide("language", language),
    guide("errors", errorsMarkdown()),
    guide("accounts", accountsMarkdown(catalog, accounts)),
    guide("templates", templates),
    guide("mock-and-live", mockAndLive),
    guide("limits", limits),
    guide("examples", examplesMarkdown()),
    guide("embedding", embedding),
  ];
}

/** A guide says its title in its heading and its summary in the first sentence below. */
function guide(name: string, markdown: string): DocPage {
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
