/** All nodes of a script in one list. */
import type { Block, Expression, Script, Statement } from "./ast";

export interface Nodes {
  /** Outer before inner, in the order of the text. */
  readonly expressions: readonly Expression[];
  readonly statements: readonly Statement[];
}

const known = new WeakMap<Script, Nodes>();

/** Lists every expression and statement; the list is kept with the script. */
export function nodes(script: Script): Nodes {
  const found = known.get(script);
  if (found !== undefined) return found;
  const expressions: Expression[] = [];
  const statements: Statement[] = [];
  // An explicit stack: a chain such as `a .. b .. c …` can be thousands of nodes deep.
  const stack: (Expression | Statement | Block)[] = [script.body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isStatement(node)) statements.push(node);
    else if (node.kind !== "block") expressions.push(node);
    stack.push(...children(node).reverse());
  }
  const result = { expressions, statements };
  known.set(script, result);
  return result;
}

const STATEMENTS: ReadonlySet<string> = new Set([
  ...["local", "localFunction", "assign", "expression", "do", "while", "repeat", "if", "numericFor"],
  ...["genericFor", "return", "break", "goto", "label"],
]);

function isStatement(node: Expression | Statement | Block): node is Statement {
  return STATEMENTS.has(node.kind) || (node.kind === "function" && "target" in node);
}

function children(node: Expression | Statement | Block): (Expression | Statement | Block)[] {
  switch (node.kind) {
    case "block":
      return [...node.statements];
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.key];
    case "call":
      return [node.callee, ...node.args];
    case "function":
      return "target" in node ? [node.target, node.body] : [node.body];
    case "table":
      return node.fields.flatMap((field) =>
        field.kind === "computed" ? [field.key, field.value] : [field.value],
      );
    case "paren":
      return [node.inner];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "local":
    case "return":
      return [...node.values];
    case "localFunction":
      return [node.body];
    case "assign":
      return [...node.targets, ...node.values];
    case "expression":
      return [node.expression];
    case "do":
      return [node.body];
    case "while":
    case "repeat":
      return [node.condition, node.body];
    case "if":
      return [
        ...node.clauses.flatMap(({ condition, body }) => [condition, body]),
        ...(node.otherwise === null ? [] : [node.otherwise]),
      ];
    case "numericFor":
      return [...node.bounds, node.body];
    case "genericFor":
      return [...node.iterators, node.body];
    default:
      return [];
  }
}
