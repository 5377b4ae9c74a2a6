/** Texts, functions and conditions as other languages write them. */
import { replacing } from "../diagnostic";
import { joined } from "../foreign-words";
import { opening } from "./brackets";
import { type SyntaxHelp, type SyntaxRule, say } from "./site";

export const FOREIGN_VALUES: readonly SyntaxRule[] = [
  function template({ script: { source }, at }) {
    if (at?.text !== "`") return null;
    const end = source.indexOf("`", at.end);
    if (end < 0) return say("Use straight quotes for strings.");
    const text = source.slice(at.end, end);
    const words = text.includes("${")
      ? "Lua has no string interpolation: join the parts with `..`, or use `string.format`."
      : "Use straight quotes for strings.";
    return say(
      words,
      replacing("Use Lua's quotes", { start: at.start, end: end + 1 }, joined(text, /\$\{([^}]*)\}/)),
    );
  },

  function tripleQuotes({ script: { source }, at, before }) {
    if (at?.kind !== "string" || (before?.text !== '""' && before?.text !== "''") || before.end !== at.start)
      return null;
    const quotes = before.text.charAt(0).repeat(3);
    const end = source.indexOf(quotes, before.start + 3);
    const words = "Write a multi-line string as `[[…]]`.";
    if (end < 0) return say(words);
    const text = source.slice(before.start + 3, end);
    return say(words, replacing("Use [[ ]]", { start: before.start, end: end + 3 }, `[[${text}]]`));
  },

  function arrow({ script: { source, tokens }, at, before, behind }) {
    if (at?.text !== "=" || behind?.text !== ">" || behind.start !== at.end) return null;
    const words = "Write an anonymous function as `function(x) return … end`.";
    if (before === undefined) return say(words);
    const open = before.text === ")" ? opening(tokens, before.start) : before.start;
    if (open === null) return say(words);
    const parameters = source.slice(open, before.end);
    const rest = source.slice(behind.end);
    const body = expressionEnd(rest);
    const text = rest.slice(0, body).trim();
    if (text === "" || text.startsWith("{")) return say(words);
    const list = parameters.startsWith("(") ? parameters : `(${parameters})`;
    const range = { start: open, end: behind.end + rest.slice(0, body).trimEnd().length };
    return say(words, replacing("Convert to a function", range, `function${list} return ${text} end`));
  },

  function questionMarks({ script: { source }, mistake: { start }, at }) {
    if (at?.text !== "?") return null;
    if (source.startsWith("??=", start)) return orAssignment(source, start, 3);
    if (source.startsWith("??", start))
      return say("Use `or`.", replacing("Change to or", { start, end: start + 2 }, "or"));
    if (source.startsWith("?.", start) || source.startsWith("?[", start) || source.startsWith("?:", start)) {
      const words = "Lua has no `?.`: `a and a.b` is nil when `a` is.";
      const chain = /[A-Za-z_][\w.]*$/.exec(source.slice(0, start))?.[0];
      const rest = /^(?:\?\.\w+)(?:\??\.\w+)*/.exec(source.slice(start))?.[0];
      if (chain === undefined || rest === undefined) return say(words);
      let path = chain;
      const parts = [chain];
      for (const [name] of rest.matchAll(/\w+/g)) {
        path = `${path}.${name}`;
        parts.push(path);
      }
      const range = { start: start - chain.length, end: start + rest.length };
      return say(words, replacing("Check each part", range, `(${parts.join(" and ")})`));
    }
    const line = source.slice(source.lastIndexOf("\n", start - 1) + 1).split("\n", 1)[0] ?? "";
    const from = source.lastIndexOf("\n", start - 1) + 1;
    const words = "Use `condition and one or other`.";
    const parts = /^(.*?(?:=|\breturn\b)\s*)([^=?][^?]*?)\s*\?\s*([^?:]+?)\s*:\s*([^?:]+?)\s*;?$/.exec(line);
    if (parts === null || parts[1]?.endsWith("==")) return say(words);
    const [, head = "", condition = "", one = "", other = ""] = parts;
    const range = { start: from + head.length, end: from + line.length };
    return say(words, replacing("Convert to and/or", range, `${condition} and ${one} or ${other}`));
  },

  function orEquals({ script: { source }, mistake: { start } }) {
    const from = source[start - 1] === "|" && source[start] === "|" ? start - 1 : start;
    return source.startsWith("||=", from) ? orAssignment(source, from, 3) : null;
  },
];

function orAssignment(source: string, start: number, length: number): SyntaxHelp {
  const target = /([\w.]+)\s*$/.exec(source.slice(0, start))?.[1];
  const words = "Use `x = x or y`.";
  return target === undefined
    ? say(words)
    : say(
        words,
        replacing(`Write ${target} = ${target} or …`, { start, end: start + length }, `= ${target} or`),
      );
}

/** Where an expression ends that begins here: at a bracket that it does not open, a comma, or the line's end. */
function expressionEnd(text: string): number {
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (depth < 0 || character === "\n" || (depth === 0 && (character === "," || character === ";")))
      return at;
  }
  return text.length;
}
