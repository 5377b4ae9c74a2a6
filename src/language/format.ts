import { failure, type Result } from "../shared/result";
import { lineOf } from "./lines";
import type { Block, Expression, ParsedScript, Range, Statement } from "./parse/ast";
import { scriptOf } from "./parse/parser";
import { children } from "./parse/walk";
import type { RunStyLua } from "./stylua";

/** How scripts are laid out; the editor's own indentation is the same. */
const STYLE = {
  syntax: "Lua54",
  indent_style: "space",
  indent_width: 2,
  line_width: 100,
  line_ending: "lf",
  // `require "x"` and `f { … }` are left as people wrote them.
  call_parentheses: "Input",
} as const;

/**
 * Formats a script with StyLua and returns the whole text. `at` is the range to format, extended to whole lines: only
 * statements that lie entirely inside it change. A script with syntax errors is refused, in a sentence that names the line.
 */
export async function formatScript(source: string, at: Range, run: RunStyLua): Promise<Result<string>> {
  const script = scriptOf(source);
  const [mistake] = script.errors;
  if (mistake !== undefined)
    return refused(`Line ${lineOf(script, mistake.start)} cannot be read: ${mistake.message}.`);
  if (source.includes("\0")) return refused("The script contains a NUL character and can't be formatted.");
  if (isTooDeep(script.body))
    return refused("The script is nested too deeply to format: move parts into locals or functions.");
  const whole = at.start <= 0 && at.end >= source.length;
  const answer = await run((stylua) =>
    whole ? stylua.format(source, STYLE) : stylua.format_range(source, wholeLines(script, at), STYLE),
  );
  if (!answer.ok) return refused(answer.message);
  // A script that ends without a line break keeps its end: an added line would take the caret with it.
  return { ok: true, value: /\n$/.test(source) ? answer.value : answer.value.replace(/\n$/, "") };
}

/** The share of StyLua's stack that one level of each kind takes. It overflows at 40 nested functions or 300 operands. */
const DEEPEST = 240;
const COSTS: Readonly<Partial<Record<string, number>>> = { block: 5, table: 2, call: 1.5 };

/** Whether StyLua would run out of stack, which leaves its WebAssembly instance broken. */
function isTooDeep(body: Block): boolean {
  const stack: { readonly node: Expression | Statement | Block; readonly depth: number }[] = [
    { node: body, depth: 0 },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > DEEPEST) return true;
    for (const node of children(top.node)) stack.push({ node, depth: top.depth + (COSTS[node.kind] ?? 1) });
  }
  return false;
}

function refused(message: string): Result<never> {
  return failure(`${message} Nothing was changed.`);
}

/** Whole lines around a stretch, as StyLua counts: in bytes of UTF-8. */
function wholeLines({ source, lines }: ParsedScript, { start, end }: Range): Range {
  const first = lines.start(lines.line(start));
  // A selection that ends at the start of a line does not mean that line.
  const last = end > start && lines.start(lines.line(end)) === end ? end : lines.start(lines.line(end) + 1);
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const from = bytes(source.slice(0, first));
  return { start: from, end: from + bytes(source.slice(first, last)) };
}
