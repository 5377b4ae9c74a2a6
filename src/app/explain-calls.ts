/** Explanations of calls, for the views that show calls. Loaded with the first call that is shown. */
import type { CallRow } from "../gateway/call-row";
import { explainCall } from "../gateway/explain-call";
import { catalog } from "../integrations";
import type { Explanation } from "../integrations/catalog";
import { loadParts } from "../integrations/load-parts";

/** Explains a call, or returns `null` if there is nothing to add. */
export type ExplainCall = (row: CallRow) => Explanation | null;

/** Loads what explains calls. It remembers each row's explanation: lists ask again with every frame. */
export async function loadExplainCall(): Promise<ExplainCall> {
  const explainers = await loadParts(catalog, ({ explainer }) => explainer?.());
  const known = new WeakMap<CallRow, { readonly explanation: Explanation | null }>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before.explanation;
    const explanation = explainCall(row, catalog, explainers);
    known.set(row, { explanation });
    return explanation;
  };
}
