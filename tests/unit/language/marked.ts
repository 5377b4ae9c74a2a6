import { catalog } from "../../../src/integrations";
import type { LanguageContext } from "../../../src/language/context";

/** The catalog of the playground, with the accounts of mock mode. */
export const context: LanguageContext = { catalog, accounts: () => ["default", "support", "sales"] };

/** Takes the caret `|` out of a snippet: the text and where the caret stood. */
export function caret(marked: string): { readonly source: string; readonly offset: number } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error(`no caret in ${marked}`);
  return { source: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
