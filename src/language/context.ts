/** What the editor's help knows apart from the text. */
import type { EditorHelp } from "../integrations/argument-help";
import type { Catalog, Integration } from "../integrations/catalog";
import { loadParts } from "../integrations/load-parts";

export interface LanguageContext {
  readonly catalog: Catalog;
  /** Names of the accounts below `app.integrations.<integration>`. */
  accounts(integration: string): readonly string[];
  /** Checks, completes and explains arguments, by integration. */
  readonly help: ReadonlyMap<string, EditorHelp>;
  /** What an integration's simulated world names (`WorldSimulator.named`); absent or `null` if it is not known (live mode). */
  data?(integration: string): unknown;
}

/** The accounts of an integration: `default` first, each once. */
export function accountNames({ id }: Integration, context: LanguageContext): string[] {
  return [...new Set(["default", ...context.accounts(id)])];
}

/** The part of the context that the page sends to the worker. */
export interface ContextData {
  /** Account names, by integration. */
  readonly accounts: Readonly<Record<string, readonly string[]>>;
  /** The simulated world's data by integration. Empty in live mode. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Before anything is known. */
export const NOTHING: ContextData = { accounts: {}, data: {} };

export function contextOf(
  catalog: Catalog,
  help: LanguageContext["help"],
  { accounts, data }: ContextData,
): LanguageContext {
  return {
    catalog,
    help,
    accounts: (integration) => accounts[integration] ?? [],
    data: (integration) => data[integration] ?? null,
  };
}

/** Loads what the integrations know about their arguments. */
export const loadEditorHelp = (catalog: Catalog): Promise<LanguageContext["help"]> =>
  loadParts(catalog, ({ editor }) => editor?.());
