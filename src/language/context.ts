import type { EditorHelp } from "../integrations/argument-help";
import type { Catalog } from "../integrations/catalog";

/** What the editor's help knows besides the text. */
export interface LanguageContext {
  readonly catalog: Catalog;
  /** Names of the accounts below `app.integrations.<integration>`, `default` among them. */
  accounts(integration: string): readonly string[];
  /** Checks, completes and explains arguments, by integration. */
  readonly help: ReadonlyMap<string, EditorHelp>;
  /** What an integration's simulated world names (`WorldSimulator.named`); absent or `null` if it is not known (live mode). */
  data?(integration: string): unknown;
}
