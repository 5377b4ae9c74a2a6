import { lineOf } from "../language/lines";
import type { Expression } from "../language/parse/ast";
import { parse } from "../language/parse/parser";
import { nodes } from "../language/parse/walk";

/**
 * Returns the names that a script gives its functions, by the 1-based line where each begins. Lua knows a function only by how
 * it was called, so one that `pcall` calls has no name. If several begin on a line, the first counts.
 */
export function functionNames(source: string): ReadonlyMap<number, string> {
  const script = parse(source);
  const names = new Map<number, string>();
  const add = (name: string, value: Expression | undefined): void => {
    if (value?.kind !== "function") return;
    const line = lineOf(script, value.start);
    if (!names.has(line)) names.set(line, name);
  };
  const written = ({ start, end }: Expression) => source.slice(start, end).replace(/\s+/g, "");
  for (const statement of nodes(script).statements) {
    if (statement.kind === "localFunction") add(statement.binding.text, statement.body);
    else if (statement.kind === "function") add(written(statement.target), statement.body);
    else if (statement.kind === "local")
      statement.bindings.forEach(({ text }, index) => {
        add(text, statement.values[index]);
      });
    else if (statement.kind === "assign")
      statement.targets.forEach((target, index) => {
        add(written(target), statement.values[index]);
      });
  }
  for (const expression of nodes(script).expressions) {
    if (expression.kind !== "table") continue;
    for (const field of expression.fields) if (field.kind === "named") add(field.name.text, field.value);
  }
  return names;
}
