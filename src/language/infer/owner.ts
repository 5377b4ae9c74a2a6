import { memoized } from "../../shared/memoized";
import type { Binding, Expression, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";

/** A variable that holds a table: a local, or a global by its name. */
export type Owner = Binding | string;

/** The variable that holds a table (a global by its name). For `self` in a method, the variable the method belongs to. */
export function ownerOf(object: Expression, script: ParsedScript): Owner | null {
  if (object.kind !== "name" || object.text === "") return null;
  const { binding, text } = object;
  if (binding === null) return text;
  if (text !== "self" || binding.start !== binding.end) return binding;
  const method = methodsOf(script).findLast(
    ({ start, end }) => start <= binding.start && binding.start <= end,
  );
  return method === undefined ? null : ownerOf(method.table, script);
}

/** Functions declared with a colon. */
const methodsOf = memoized((script: ParsedScript) =>
  nodes(script).statements.flatMap((node) =>
    node.kind === "function" && node.target.kind === "member" && node.target.style === ":"
      ? [{ start: node.body.start, end: node.body.end, table: node.target.object }]
      : [],
  ),
);
