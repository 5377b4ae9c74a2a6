import type { Catalog } from "../integrations/catalog";
import type { WorldData } from "../integrations/world-data";

/** What the editor's help knows besides the text. */
export interface LanguageContext {
  readonly catalog: Catalog;
  /** Names of the accounts below `app.integrations.<integration>`, `default` among them. */
  accounts(integration: string): readonly string[];
  /** What the simulated world holds for an integration; null or absent when it is not known (live mode). */
  data?(integration: string): WorldData | null;
}
