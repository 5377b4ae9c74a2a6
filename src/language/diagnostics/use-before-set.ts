/** Locals that are surely still nil where they are indexed, called, joined or calculated with. */
import type { Analysis } from "../analysis";
import { lineOf } from "../lines";
import type { Binding, NameExpression, ParsedScript, Range } from "../parse/ast";
import { type Node, namings, nodes, parents } from "../parse/walk";
import { breaksOf, isDangling } from "./breaks";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const NEVER_SET: Rule = { code: "never-set", severity: "warning", page: "language" };
const USE_BEFORE_SET: Rule = { code: "use-before-set", severity: "warning", page: "language" };

/** Operators that fail on nil beside a number; `..` fails beside a text, too. */
const ARITHMETIC: ReadonlySet<string> = new Set("+ - * / // % ^ & | ~ << >> < > <= >=".split(" "));
const TESTS: ReadonlySet<string> = new Set(["and", "or", "not", "==", "~=", "<", ">", "<=", ">="]);
const LOOPS: ReadonlySet<Node["kind"]> = new Set(["while", "repeat", "numericFor", "genericFor"]);

/** Marks for locals that are used before anything sets them. What loops, functions and `goto` leave open is not marked. */
export function checkUseBeforeSet({ script }: Analysis): Diagnostic[] {
  const { intact, misread } = breaksOf(script);
  return script.bindings.flatMap((binding) => {
    const { kind, bare, attrib, start, visibleTo, text } = binding;
    if (kind !== "local" || !bare || attrib !== null || !intact({ start, end: visibleTo })) return [];
    const names = namings(script).get(binding) ?? [];
    const writes = binding.uses.filter(({ write }) => write);
    const first = names.find(
      (use) => !misread.has(use.start) && fails(use, script) && isNil(use, binding, writes, names, script),
    );
    if (first === undefined) return [];
    const [write] = writes;
    if (write === undefined)
      return [mark(NEVER_SET, first, `\`${text}\` is declared but never set: it is nil.`)];
    const message = `\`${text}\` is still nil here: line ${lineOf(script, write.start)} sets it later.`;
    return [mark(USE_BEFORE_SET, first, message)];
  });
}

/** Whether a local is used as nil cannot be. */
function fails(use: NameExpression, script: ParsedScript): boolean {
  const around = parents(script).get(use);
  switch (around?.kind) {
    case "member":
      return around.name.text !== "" && !isDangling(around, script);
    case "index":
      return around.object === use;
    case "call":
      return around.callee === use;
    case "unary":
      return around.operator === "#" || around.operator === "-";
    case "binary": {
      const other = around.left === use ? around.right : around.left;
      if (around.operator !== "..") return ARITHMETIC.has(around.operator) && other.kind === "number";
      // A script can teach texts to join anything.
      const taught = script.globals.some(({ text }) => text === "getmetatable");
      return other.kind === "number" || (other.kind === "string" && !taught);
    }
    default:
      return false;
  }
}

/** Whether nothing can have set a local when a run comes to a use of it for the first time. */
function isNil(
  use: NameExpression,
  binding: Binding,
  writes: readonly Range[],
  names: readonly NameExpression[],
  script: ParsedScript,
): boolean {
  // A test of it may keep runs away.
  if (names.some((name) => name.start < use.start && isTest(name, script))) return false;
  if (writes.length === 0) return true;
  const { statements } = nodes(script);
  if (statements.some(({ kind, start }) => kind === "label" && binding.end <= start && start < use.start))
    return false;
  let own: Range = { start: use.start, end: use.start };
  let sure = true;
  let loop: Range | null = null;
  let node: Node = use;
  for (let outer = parents(script).get(node); outer !== undefined; outer = parents(script).get(node)) {
    if (outer.start < binding.end) break;
    if (outer.kind === "function" && !("target" in outer)) return false;
    if (outer.kind === "binary" && TESTS.has(outer.operator) && outer.right === node) sure = false;
    if (outer.kind === "assign" && sure) own = { start: outer.start, end: node.start };
    if (LOOPS.has(outer.kind)) loop = outer;
    node = outer;
  }
  const until = loop?.end ?? use.start;
  // `text = text .. more` reads before it writes.
  return writes.every(({ start }) => start >= until || (own.start <= start && start < own.end));
}

function isTest(name: NameExpression, script: ParsedScript): boolean {
  const around = parents(script);
  for (let node: Node = name, outer = around.get(node); outer !== undefined; outer = around.get(node)) {
    switch (outer.kind) {
      case "binary":
      case "unary":
        if (TESTS.has(outer.operator)) return true;
        break;
      case "call":
        if (outer.callee.kind === "name" && ["assert", "type"].includes(outer.callee.text)) return true;
        break;
      case "if":
      case "while":
      case "repeat":
        return true;
      case "block":
        return false;
      default:
    }
    node = outer;
  }
  return false;
}
