/** Fields and methods that no table of the script has. */
import { nearest } from "../../shared/nearest";
import type { Analysis } from "../analysis";
import { functionCall } from "../api-call";
import { fieldsRead } from "../infer/fields-read";
import { madeTables } from "../infer/made-tables";
import { scriptKeys } from "../infer/script-keys";
import { tableMembers } from "../infer/table-members";
import type { MemberExpression } from "../parse/ast";
import { type Node, nodes, parents } from "../parse/walk";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, didYouMean, mark, type Rule, rename } from "./diagnostic";

const UNKNOWN_OWN_FIELD: Rule = { code: "unknown-own-field", severity: "warning", page: "language" };

/** Marks for members that are read from the script's own tables and that nothing in it ever sets. */
export function checkOwnFields(analysis: Analysis): Diagnostic[] {
  const { script } = analysis;
  const { values, open, openTables } = scriptKeys(analysis);
  if (open) return [];
  const { intact, beingTyped } = breaksOf(script);
  const { tested } = fieldsRead(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind !== "member" || values.has(node.name.text) || tested.has(node.name.text)) return [];
    if (node.name.text === "" || !intact(node) || beingTyped(node.name) || isDangling(node, script))
      return [];
    const value = analysis.of(node.object);
    const made = value === null || value.kind === "table" ? madeTables(node.object, analysis, true) : null;
    if (made === null || made.some((table) => openTables.has(table))) return [];
    const { text } = node.name;
    const names = tableMembers(node.object, analysis).map(({ name }) => name.text);
    const meant =
      text.length > 2
        ? nearest(
            text,
            names.filter((name) => !/\d/.test(name + text)),
          )
        : null;
    const fatal = isFatal(node, analysis);
    if (meant === null && (!fatal || isGuarded(node, analysis))) return [];
    const what = node.style === ":" ? "method" : "field";
    const message = `Nothing sets a ${what} \`${text}\` in this table: it is nil.${didYouMean(meant)}`;
    const fixes = meant === null || node.style === "[" ? [] : [rename(node.name, meant)];
    return [mark(UNKNOWN_OWN_FIELD, node.name, message, { fixes })];
  });
}

/** Whether the script, or the call, fails where this is nil. */
function isFatal(node: MemberExpression, analysis: Analysis): boolean {
  const around = parents(analysis.script);
  const outer = around.get(node);
  switch (outer?.kind) {
    case "call":
      return outer.callee === node;
    case "member":
      return true;
    case "index":
      return outer.object === node;
    case "table": {
      const field = outer.fields.find(({ value }) => value === node);
      const call = around.get(outer);
      const known = call?.kind === "call" && field?.kind === "named" ? functionCall(call, analysis) : null;
      return (
        known?.table === outer &&
        field?.kind === "named" &&
        known.place.function.parameters.some(({ name, required }) => required && name === field.name.text)
      );
    }
    default:
      return false;
  }
}

/** Whether it happens in a function that is given to `pcall`: it may fail on purpose. */
function isGuarded(node: MemberExpression, { script, of }: Analysis): boolean {
  const around = parents(script);
  for (let at: Node | undefined = node; at !== undefined; at = around.get(at)) {
    const call = at.kind === "function" ? around.get(at) : undefined;
    const callee = call?.kind === "call" ? of(call.callee) : null;
    if (callee?.kind === "standard" && /^x?pcall$/.test(callee.name)) return true;
  }
  return false;
}
