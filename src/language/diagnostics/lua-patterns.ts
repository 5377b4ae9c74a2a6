/** Patterns of Lua that it cannot read. */
import type { Analysis } from "../analysis";
import type { Expression } from "../parse/ast";
import { nodes, parents } from "../parse/walk";
import { breaksOf } from "./breaks";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const MALFORMED_PATTERN: Rule = { code: "malformed-pattern", severity: "warning", page: "language" };

const FUNCTIONS: ReadonlySet<string> = new Set([
  "string.find",
  "string.match",
  "string.gmatch",
  "string.gsub",
]);

/** Warnings for patterns that raise an error, in Lua's words. */
export function checkLuaPatterns(analysis: Analysis): Diagnostic[] {
  const { script, of } = analysis;
  const { intact } = breaksOf(script);
  return nodes(script).expressions.flatMap((node) => {
    if (node.kind !== "call" || !intact(node)) return [];
    const callee = of(node.callee);
    if (callee?.kind !== "standard" || !FUNCTIONS.has(callee.name)) return [];
    const isMethod = node.callee.kind === "member" && node.callee.style === ":";
    const [pattern, , plain] = node.args.slice(isMethod ? 0 : 1);
    // `s:find(text, 1, true)` looks for the text itself.
    if (pattern?.kind !== "string" || (callee.name === "string.find" && plain !== undefined)) return [];
    const problem = problemWithPattern(pattern.value);
    if (problem === null || isTried(node, analysis)) return [];
    const message = `${problem}. To match the character itself, escape it with \`%\`.`;
    return [mark(MALFORMED_PATTERN, pattern, message)];
  });
}

/** Inside a function called by `pcall`, an error may be intended. */
function isTried(node: Expression, { script, of }: Analysis): boolean {
  const around = parents(script);
  for (let at = around.get(node); at !== undefined; at = around.get(at)) {
    if (at.kind !== "call") continue;
    const callee = of(at.callee);
    if (callee?.kind === "standard" && /^(?:x?pcall|coroutine\.\w+)$/.test(callee.name)) return true;
  }
  return false;
}

/** What Lua says of a pattern once it gets to the place, or `null` if it is well formed. @internal */
export function problemWithPattern(pattern: string): string | null {
  const open: number[] = [];
  let captures = 0;
  const closed = new Set<number>();
  for (let at = pattern.startsWith("^") ? 1 : 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === "(") open.push(++captures);
    else if (sign === ")") {
      const capture = open.pop();
      if (capture === undefined) return "Invalid pattern capture: this `)` has no matching `(`";
      closed.add(capture);
    } else if (sign === "[") {
      const end = setEnd(pattern, at);
      if (end === null) return "Malformed pattern: a `]` is missing";
      at = end;
    } else if (sign === "%") {
      const next = pattern.charAt(++at);
      if (next === "") return "Malformed pattern: it ends with `%`";
      if (next === "b") {
        if (at + 2 >= pattern.length) return "Malformed pattern: `%b` needs two characters after it";
        at += 2;
      } else if (next === "f" && pattern.charAt(at + 1) !== "[")
        return "Malformed pattern: a `[` is missing after `%f`";
      else if (/[0-9]/.test(next) && !closed.has(Number(next)))
        return `Invalid capture index: there is no capture \`%${next}\` to repeat`;
    }
  }
  return open.length > 0 ? "Unfinished capture: a `)` is missing" : null;
}

/** Where a set that begins with `[` ends. A `]` right after the bracket is part of it. */
function setEnd(pattern: string, start: number): number | null {
  let at = start + (pattern.charAt(start + 1) === "^" ? 2 : 1);
  do {
    if (at >= pattern.length) return null;
    if (pattern.charAt(at) === "%") at++;
    at++;
  } while (pattern.charAt(at) !== "]");
  return at;
}
