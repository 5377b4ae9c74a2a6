import type { Analysis } from "../analysis";
import type { FunctionExpression, Range, Statement } from "../parse/ast";
import { children, type Node, nodes } from "../parse/walk";
import { breaksOf } from "./breaks";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const BUSY_WAIT: Rule = { code: "busy-wait", severity: "warning", page: "limits" };

const CLOCKS: ReadonlySet<string> = new Set(["os.time", "os.clock", "os.date", "os.difftime"]);
/** Functions a loop may call while only waiting. */
const IDLE = /^(?:math|string)\.|^(?:tonumber|tostring|print|type|select|collectgarbage)$/;
/** An empty loop of this many rounds is there to take time. */
const MANY = 10_000;

const ADVICE =
  "Waiting uses CPU time, which ends the run on the agent host. Scripts can't sleep: return `later` with what is left, and continue in another run.";
const MESSAGE = `This loop only waits. ${ADVICE}`;

/** Warnings for loops that wait by looking at the clock, and for calls of functions that surely run into one. */
export function checkWaiting(analysis: Analysis): Diagnostic[] {
  const { intact } = breaksOf(analysis.script);
  const loops = new Set<Statement>();
  const { statements, expressions } = nodes(analysis.script);
  for (const node of statements)
    if (headOf(node) !== null && intact(node) && waits(node, analysis)) loops.add(node);
  if (loops.size === 0) return [];
  const calls = expressions.flatMap((node) => {
    if (node.kind !== "call" || !intact(node)) return [];
    const { callee } = node;
    const value = analysis.of(callee);
    if (value?.kind !== "function" || !alwaysWaits(value.body, loops)) return [];
    const name = callee.kind === "member" ? callee.name : callee;
    const text = analysis.script.source.slice(name.start, name.end);
    return [mark(BUSY_WAIT, name, `\`${text}\` only waits in a loop. ${ADVICE}`)];
  });
  return [...[...loops].flatMap((loop) => mark(BUSY_WAIT, headOf(loop) ?? loop, MESSAGE)), ...calls];
}

/** Whether a function comes to a waiting loop before it can return. */
function alwaysWaits({ body: { statements } }: FunctionExpression, loops: ReadonlySet<Statement>): boolean {
  const at = statements.findIndex((statement) => loops.has(statement));
  const plain = ({ kind }: Statement) => kind === "local" || kind === "assign" || kind === "expression";
  return at >= 0 && statements.slice(0, at).every(plain);
}

function headOf(node: Statement): Range | null {
  if (node.kind === "while") return { start: node.start, end: node.condition.end };
  if (node.kind === "repeat") return node.condition;
  return node.kind === "numericFor" ? { start: node.start, end: node.bounds.at(-1)?.end ?? node.end } : null;
}

function waits(node: Statement, analysis: Analysis): boolean {
  if (node.kind === "numericFor") {
    const limit = node.bounds[1];
    return node.body.statements.length === 0 && limit?.kind === "number" && Number(limit.text) >= MANY;
  }
  const found = { clock: false, work: false };
  look(node, found, analysis, new Set());
  return found.clock && !found.work;
}

/** Looks for the clock, and for anything that is done besides. */
function look(
  root: Node,
  found: { clock: boolean; work: boolean },
  analysis: Analysis,
  seen: Set<FunctionExpression>,
): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined && !found.work; node = stack.pop()) {
    if (node.kind === "call") {
      const callee = analysis.of(node.callee);
      if (callee?.kind === "standard" && CLOCKS.has(callee.name)) found.clock = true;
      else if (callee?.kind === "function") {
        if (!seen.has(callee.body)) look(callee.body.body, found, analysis, seen.add(callee.body));
      } else if (callee?.kind !== "standard" || !IDLE.test(callee.name)) found.work = true;
    }
    // A value written into a table is kept.
    if (node.kind === "assign" && node.targets.some(({ kind }) => kind !== "name")) found.work = true;
    // A function that is made here may be called anywhere.
    if (node.kind !== "function") for (const child of children(node)) stack.push(child);
  }
}
