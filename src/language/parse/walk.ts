/** All nodes of a script, in lists. */
import { firstIndex } from "../../shared/first-index";
import { memoized } from "../../shared/memoized";
import { spend } from "../work";
import type { Binding, Block, Expression, NameExpression, ParsedScript, Range, Statement } from "./ast";

export type Node = Expression | Statement | Block;

/** Outer nodes before inner ones, in the order of the text. */
export interface Nodes {
  readonly expressions: readonly Expression[];
  readonly statements: readonly Statement[];
  readonly blocks: readonly Block[];
}

/** Lists every expression, statement and block of a script. */
export const nodes = memoized(({ body }: ParsedScript): Nodes => {
  const expressions: Expression[] = [];
  const statements: Statement[] = [];
  const blocks: Block[] = [];
  // An explicit stack: a chain such as `a .. b .. c …` can be thousands of nodes deep.
  const stack: Node[] = [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    spend(0.3);
    if (node.kind === "block") blocks.push(node);
    else if (isStatement(node)) statements.push(node);
    else expressions.push(node);
    for (const child of children(node).reverse()) stack.push(child);
  }
  return { expressions, statements, blocks };
});

/** The node around each node. The script's body has none. */
export const parents = memoized((script: ParsedScript): ReadonlyMap<Node, Node> => {
  const { blocks, statements, expressions } = nodes(script);
  const around = new Map<Node, Node>();
  for (const list of [blocks, statements, expressions])
    for (const node of list) for (const child of children(node)) around.set(child, node);
  return around;
});

/** Where a local is set after its declaration, in the order of the text. */
const writesOf = memoized(({ uses }: Binding) => uses.filter(({ write }) => write));

/** Whether a local is set after its declaration, and if a range is given: in that range. */
export function isSetAgain(binding: Binding, { start, end }: Range = EVERYWHERE): boolean {
  const writes = writesOf(binding);
  const at = firstIndex(writes.length, (index) => (writes[index]?.start ?? 0) >= start);
  return (writes[at]?.start ?? Infinity) < end;
}

const EVERYWHERE: Range = { start: 0, end: Infinity };

/** Where each local is named, in the order of the text. */
export const namings = memoized((script: ParsedScript): ReadonlyMap<Binding, readonly NameExpression[]> => {
  const byBinding = new Map<Binding, NameExpression[]>();
  for (const node of nodes(script).expressions) {
    if (node.kind !== "name" || node.binding === null) continue;
    const list = byBinding.get(node.binding);
    if (list === undefined) byBinding.set(node.binding, [node]);
    else list.push(node);
  }
  return byBinding;
});

/** The blocks directly inside a statement that belong to the same function. */
export function blocksOf(statement: Statement): readonly Block[] {
  return children(statement).filter((node) => node.kind === "block");
}

const STATEMENTS: ReadonlySet<string> = new Set([
  ...["local", "localFunction", "assign", "expression", "do", "while", "repeat", "if", "numericFor"],
  ...["genericFor", "return", "break", "goto", "label"],
]);

function isStatement(node: Expression | Statement): node is Statement {
  return STATEMENTS.has(node.kind) || (node.kind === "function" && "target" in node);
}

/** A node's children, in the order of the text. */
export function children(node: Node): Node[] {
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
    case "assign":
      return [...node.targets, ...node.values];
    case "expression":
      return [node.expression];
    case "do":
    case "localFunction":
      return [node.body];
    case "while":
    case "repeat":
      return [node.condition, node.body];
    case "if": {
      const clauses = node.clauses.flatMap(({ condition, body }) => [condition, body]);
      return node.otherwise === null ? clauses : [...clauses, node.otherwise];
    }
    case "numericFor":
      return [...node.bounds, node.body];
    case "genericFor":
      return [...node.iterators, node.body];
    default:
      return [];
  }
}
