import type { Catalog } from "../integrations/catalog";
import { catalogCall } from "./caret";
import { functionAt } from "./function-at";
import { placeOf } from "./namespace-path";
import type { Expression, NameExpression, Script } from "./parse/ast";
import { nodes } from "./parse/walk";
import { scriptOf } from "./script";
import { valueIn } from "./values";

/**
 * Names of the docs pages about what a caret is on, best first; empty when there is none. On the namespace, its functions
 * and in their calls: the function's or the integration's page. On data out of an answer: the page of the function that
 * answered. On the standard library: the page about the language, or about errors for what raises and catches them.
 */
export function topicAt(source: string, offset: number, catalog: Catalog): string[] {
  const script = scriptOf(source);
  const found = functionAt(source, offset, catalog);
  if (found !== null) return [page(found.integration, found.function)];
  const here = nodes(script).expressions.filter(
    (node) => (node.kind === "name" || node.kind === "member") && node.start <= offset && offset <= node.end,
  );
  for (const node of here) {
    const value = valueIn(node, script, catalog);
    if (value?.kind === "shape") {
      const answered = answeredBy(node, script, catalog);
      if (answered !== null) return [answered];
    }
    if (value?.kind === "namespace") {
      const place = placeOf(value.path, catalog);
      if (place.kind === "account") return [`integrations.${place.integration.id}`, "accounts"];
      if (place.kind === "integration") return [`integrations.${place.integration.id}`];
    }
    if (value?.kind === "standard") return ERRORS.has(value.name) ? ["errors", "language"] : ["language"];
  }
  return [];
}

const ERRORS: ReadonlySet<string> = new Set(["pcall", "xpcall", "error", "assert"]);

function page(integration: string, name: string): string {
  return `integrations.${integration}.${name}`;
}

/** The page of the function whose answer an expression was taken out of. */
function answeredBy(expression: Expression, script: Script, catalog: Catalog): string | null {
  let node: Expression | undefined = expression;
  // A local can be given by another; more steps than this are a circle.
  for (let steps = 0; node !== undefined && steps < 50; steps++) {
    if (node.kind === "member" || node.kind === "index") node = node.object;
    else if (node.kind === "paren") node = node.inner;
    else if (node.kind === "binary") node = node.left;
    else if (node.kind === "name") node = givenTo(node, script);
    else if (node.kind === "call") {
      const place = catalogCall(node, script, catalog)?.place;
      return place === undefined ? null : page(place.integration.id, place.function.name);
    } else return null;
  }
  return null;
}

/** What a variable was given: a value, or for a loop's variable what is walked. */
function givenTo(name: NameExpression, script: Script): Expression | undefined {
  if (name.binding === null) return script.globalValues.get(name.text);
  const { origin } = name.binding;
  if (origin.kind === "value") return origin.value;
  return origin.kind === "iterated" && origin.iterator.kind === "call" ? origin.iterator.args[0] : undefined;
}
