import type { Catalog } from "../integrations/catalog";

/** What the editor's help knows besides the text. */
export interface LanguageContext {
  readonly catalog: Catalog;
  /** Names of the accounts below `app.integrations.<integration>`, `default` among them. */
  accounts(integration: string): readonly string[];
}
