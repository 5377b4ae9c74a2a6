import { isTrivia } from "./lexer";
import type { ParsedScript, Range } from "./parse/ast";
import { scriptOf } from "./parse/parser";
import { nodes } from "./parse/walk";

/** Lines that can be folded into the first of them. 1-based, both included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "code" | "comment" | "region";
}

/**
 * Returns what can be folded: blocks, functions, tables, calls and long strings of several lines, comments, and regions
 * (`-- #region` … `-- #endregion`). A closing `end`, `}` or `)` stays visible. Sorted by start, at most one fold per line.
 */
export function folds(source: string): Fold[] {
  const script = scriptOf(source);
  const widest = new Map<number, Fold>();
  for (const fold of [...codeFolds(script), ...commentFolds(script)]) {
    const other = widest.get(fold.startLine);
    if (other === undefined || other.endLine < fold.endLine) widest.set(fold.startLine, fold);
  }
  return [...widest.values()].sort((a, b) => a.startLine - b.startLine);
}

function* codeFolds(script: ParsedScript): Generator<Fold> {
  const { lines } = script;
  const { expressions, statements } = nodes(script);
  const fold = ({ start, end }: Range, closer: boolean): Fold[] => {
    const startLine = lines.line(start) + 1;
    const endLine = lines.line(end) + (closer ? 0 : 1);
    return endLine > startLine ? [{ startLine, endLine, kind: "code" }] : [];
  };
  // An unfinished block has no closing word to keep visible.
  const closes = ({ end }: Range, by: string) => script.source.endsWith(by, end);
  for (const node of statements) {
    if (node.kind === "if") {
      for (const [index, { condition, body }] of node.clauses.entries())
        yield* fold({ start: index === 0 ? node.start : condition.start, end: body.end }, true);
      if (node.otherwise !== null) yield* fold(node.otherwise, true);
    } else if (node.kind === "repeat") yield* fold({ start: node.start, end: node.body.end }, true);
    else if ("body" in node) yield* fold(node, closes(node, "end"));
  }
  for (const node of expressions) {
    if (node.kind === "function") yield* fold(node, closes(node, "end"));
    else if (node.kind === "table") yield* fold(node, node.closed);
    else if (node.kind === "string") yield* fold(node, false);
    else if (node.kind === "call" && node.style === "(") {
      yield* fold({ start: node.inside.start, end: node.end }, node.closed);
    }
  }
}

const REGION = /^--\s*#?(end)?region\b/;

function* commentFolds({ tokens, lines }: ParsedScript): Generator<Fold> {
  const regions: number[] = [];
  let run: { first: number; last: number } | null = null;
  const comments: Fold[] = [];
  const close = () => {
    if (run !== null && run.last > run.first)
      comments.push({ startLine: run.first, endLine: run.last, kind: "comment" });
    run = null;
  };
  for (const token of tokens) {
    if (token.kind !== "comment") {
      if (!isTrivia(token)) close();
      continue;
    }
    const first = lines.line(token.start) + 1;
    const last = lines.line(token.end) + 1;
    const region = REGION.exec(token.text);
    if (region !== null) {
      close();
      const opened = region[1] === undefined ? undefined : regions.pop();
      if (region[1] === undefined) regions.push(first);
      else if (opened !== undefined && first > opened)
        comments.push({ startLine: opened, endLine: first, kind: "region" });
    } else if (run !== null && first === run.last + 1) run.last = last;
    else {
      close();
      run = { first, last };
    }
  }
  close();
  yield* comments;
}
