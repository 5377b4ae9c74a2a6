import type { Analysis } from "../analysis";
import type { Expression } from "../parse/ast";
import { nodes } from "../parse/walk";
import { breaksOf } from "./breaks";
import { type Diagnostic, type Fix, mark, type Rule } from "./diagnostic";

const REGEX_DELIMITERS: Rule = { code: "regex-delimiters", severity: "warning", page: "language" };

const FUNCTIONS: ReadonlySet<string> = new Set(["regex.match", "regex.match_all", "regex.gsub"]);
/** With these around it, a pattern means the same here and on the host. */
const DELIMITED = /^(?:([/#~%!@])[\s\S]*\1|\{[\s\S]*\})[imsxuAD]*$/;

/** Warnings for patterns of `regex` without delimiters, which the host needs. */
export function checkPatterns({ script, of }: Analysis): Diagnostic[] {
  const { intact } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind !== "call" || !intact(node)) return [];
    const callee = of(node.callee);
    const pattern = node.args[1] === undefined ? undefined : literal(node.args[1]);
    if (callee?.kind !== "standard" || !FUNCTIONS.has(callee.name) || pattern?.kind !== "string") return [];
    if (pattern.value === "" || DELIMITED.test(pattern.value)) return [];
    const message = `The agent host requires delimiters around patterns, with flags after them: \`/…/i\`.`;
    return [mark(REGEX_DELIMITERS, pattern, message, { fixes: delimited(pattern, script.source) })];
  });
}

/** The string behind an expression: a literal, or a local declared with one. */
function literal(expression: Expression): Expression {
  if (expression.kind !== "name" || expression.binding === null) return expression;
  const { origin, uses } = expression.binding;
  return origin.kind === "value" && !uses.some(({ write }) => write) ? origin.value : expression;
}

function delimited({ start, end, value }: Extract<Expression, { kind: "string" }>, source: string): Fix[] {
  const delimiter = ["/", "~", "#", "!", "%", "@"].find((one) => !value.includes(one));
  const text = source.slice(start, end);
  const opening = /^(?:["']|\[=*\[)/.exec(text)?.[0].length;
  if (delimiter === undefined || opening === undefined) return [];
  const [first, last] = [start + opening, end - opening];
  const edits = [
    { start: first, end: first, text: delimiter },
    { start: last, end: last, text: delimiter },
  ];
  return [{ title: `Wrap in ${delimiter}`, edits }];
}
