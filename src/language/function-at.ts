import type { Catalog } from "../integrations/catalog";
import { callsAround, placeOfExpression, reachedCall } from "./caret";
import { nodes } from "./parse/walk";
import { scriptOf } from "./script";

/** A function of the catalog, by names. */
export interface FunctionRef {
  /** Integration id. */
  readonly integration: string;
  /** Short name. */
  readonly function: string;
}

/**
 * The catalog function that the offset is on (its path or an alias of it), or whose call's arguments hold the offset;
 * null elsewhere. The docs pane follows it.
 */
export function functionAt(source: string, offset: number, catalog: Catalog): FunctionRef | null {
  const script = scriptOf(source);
  for (const node of nodes(script).expressions) {
    if (node.kind !== "member" && node.kind !== "name") continue;
    if (node.start > offset || offset > node.end) continue;
    const place = placeOfExpression(node, script, catalog);
    if (place?.kind === "function")
      return { integration: place.integration.id, function: place.function.name };
  }
  for (const call of callsAround(script, offset)) {
    const found = reachedCall(call, script, catalog);
    if (found !== null)
      return { integration: found.place.integration.id, function: found.place.function.name };
  }
  return null;
}
