/** Loops and named arguments as other languages write them. */
import type { Fix } from "../diagnostic";
import { closing, openParenthesis } from "./brackets";
import { type SyntaxRule, say } from "./site";

export const FOREIGN_HEADS: readonly SyntaxRule[] = [
  function loopHead({ script: { source }, at }) {
    if (at?.text !== "(") return null;
    const head = source.slice(0, at.start);
    const from = /\bfor\s*$/.exec(head)?.index;
    if (from === undefined) return null;
    const line = source.slice(from).split("\n", 1)[0] ?? "";
    const counting =
      /^for\s*\(\s*(?:let|var|int|local)?\s*(\w+)\s*=\s*([^;]+);\s*\1\s*(<=?|>=?)\s*([^;]+);\s*(?:\1(\+\+|--)|(?:\+\+|--)\1|\1\s*([+-])=\s*(\w+))\s*\)\s*(\{?)/.exec(
        line,
      );
    if (counting !== null) {
      const [all, name, first, sign, last, twice, once, step, brace] = counting;
      const down = twice === "--" || once === "-" || (sign ?? "").startsWith(">");
      const bound = (sign ?? "").endsWith("=") ? last : `${last?.trim()} ${down ? "+" : "-"} 1`;
      const by = step ?? "1";
      const steps = down ? `, -${by}` : by === "1" ? "" : `, ${by}`;
      const text = `for ${name} = ${first?.trim()}, ${bound?.trim()}${steps} do`;
      return say(
        "Write a counting loop as `for i = 1, n do`.",
        braced(source, from, all.length, text, brace),
      );
    }
    const walking = /^for\s*\(\s*(?:const|let|var|local)?\s*(\w+)\s+(?:of|in)\s+([^){]+)\)\s*(\{?)/.exec(
      line,
    );
    if (walking === null) return null;
    const [all, name, list, brace] = walking;
    const text = `for _, ${name} in ipairs(${list?.trim()}) do`;
    return say(
      "Loop over a list with `for _, v in ipairs(list) do`.",
      braced(source, from, all.length, text, brace),
    );
  },

  function namedArguments({ script, mistake: { message }, at, before }) {
    if (at?.text !== "=" || before?.kind !== "name" || !message.startsWith("')' expected")) return null;
    const open = openParenthesis(script.tokens, at.start);
    if (open === null) return null;
    const { paren, caller } = open;
    if (caller.some((text) => text === "function"))
      return say(`Lua has no default values: write \`${before.text} = ${before.text} or …\` in the body.`);
    const words = "Pass named arguments in a table: `f({ name = value })`.";
    const close = closing(script.tokens, paren.start);
    const first = script.source.slice(paren.end, before.start).trim() === "";
    if (close === null || !first) return say(words);
    const edits = [
      { start: paren.end, end: paren.end, text: "{ " },
      { start: close, end: close, text: " }" },
    ];
    return say(words, { title: "Wrap in a table", edits });
  },
];

/** A head whose brace, if it has one, is closed by `end`. */
function braced(source: string, from: number, length: number, text: string, brace: string | undefined): Fix {
  const edits = [{ start: from, end: from + length, text }];
  if (brace === "{") {
    let depth = 1;
    for (let at = from + length; at < source.length && depth > 0; at++) {
      if (source[at] === "{") depth++;
      if (source[at] !== "}") continue;
      depth--;
      if (depth === 0) edits.push({ start: at, end: at + 1, text: "end" });
    }
  }
  return { title: `Write ${text}`, edits };
}
