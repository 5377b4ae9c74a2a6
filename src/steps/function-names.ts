import { lineOf } from "../language/lines";
import type { Expression } from "../language/parse/ast";
import { parse } from "../language/parse/parser";
import { nodes } from "../language/parse/walk";

/**
 * Returns the names of a script's functions, by the 1-based line where each starts. Lua only knows the name a function was
 * called by, so one called by `pcall` has none. If several start on a line, the first one counts.
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
