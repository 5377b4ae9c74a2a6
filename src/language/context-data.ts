import type { Catalog } from "../integrations/catalog";
import { loadParts } from "../integrations/load-parts";
import type { LanguageContext } from "./context";

/** What the help knows besides text and catalog, as plain data: it crosses to the worker. */
export interface ContextData {
  /** Account names, by integration. */
  readonly accounts: Readonly<Record<string, readonly string[]>>;
  /** What the simulated world holds, by integration; none in live mode. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Before anything is known. */
export const NOTHING: ContextData = { accounts: {}, data: {} };

/** The context that the analyser works with. */
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

/** Loads what the integrations know of their arguments. */
export const loadEditorHelp = (catalog: Catalog): Promise<LanguageContext["help"]> =>
  loadParts(catalog, ({ editor }) => editor?.());
