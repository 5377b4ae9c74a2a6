import { memoized } from "../../shared/memoized";
import type { Binding, ParsedScript } from "../parse/ast";
import { type Node, nodes, parents } from "../parse/walk";

interface FieldsRead {
  /** Names of all fields that the script reads. */
  readonly read: ReadonlySet<string>;
  /** Names of those on which a condition depends. */
  readonly tested: ReadonlySet<string>;
  /** The locals whose fields these are. */
  readonly holders: ReadonlySet<Binding>;
}

const TESTS: ReadonlySet<string> = new Set(["and", "or", "not", "==", "~=", "<", ">", "<=", ">="]);

/** Collects the names of the fields that a script reads. */
export const fieldsRead = memoized((script: ParsedScript): FieldsRead => {
  const around = parents(script);
  const read = new Set<string>();
  const tested = new Set<string>();
  const holders = new Set<Binding>();
  const inTests = new Set<Node>();
  // Outer nodes come first.
  for (const node of nodes(script).expressions) {
    const outer = around.get(node);
    if (outer === undefined) continue;
    if (inTests.has(outer) || isTest(node, outer)) inTests.add(node);
    if (node.kind !== "member" || (outer.kind === "assign" && outer.targets.includes(node))) continue;
    read.add(node.name.text);
    if (!inTests.has(node)) continue;
    tested.add(node.name.text);
    if (node.object.kind === "name" && node.object.binding !== null) holders.add(node.object.binding);
  }
  return { read, tested, holders };
});

function isTest(node: Node, outer: Node): boolean {
  switch (outer.kind) {
    case "unary":
    case "binary":
      return TESTS.has(outer.operator);
    case "while":
    case "repeat":
      return outer.condition === node;
    case "if":
      return outer.clauses.some(({ condition }) => condition === node);
    case "call":
      return outer.callee.kind === "name" && outer.callee.text === "assert";
    default:
      return false;
  }
}
