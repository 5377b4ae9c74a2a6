/** What can be written at a caret. */
import { type Caret, caretAt } from "../caret";
import type { LanguageContext } from "../context";
import { isTrivia } from "../lexer";
import type { Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { scriptOf } from "../script";
import { valueIn } from "../values";
import { argumentItems } from "./arguments";
import type { Completion } from "./item";
import { members } from "./members";
import { words } from "./words";

/** Items for a caret at `offset` (UTF-16), unfiltered by what is typed; empty inside comments, strings and new names. */
export function complete(source: string, offset: number, context: LanguageContext): Completion[] {
  const script = scriptOf(source);
  const caret = caretAt(script, offset);
  if (caret.literal !== null) return literalItems(script, caret, offset, context);
  if (caret.quiet) return [];
  const { word, before } = caret;
  const typed = source.slice(word.start, offset);

  if (before?.kind === "op" && (before.text === "." || before.text === ":")) {
    const node = nodes(script).expressions.find(
      (candidate) => candidate.kind === "member" && candidate.separator === before.start,
    );
    if (node?.kind !== "member") return [];
    const value = valueIn(node.object, script, context.catalog);
    const called = /^\s*(?:[({"']|\[\[)/.test(source.slice(word.end, word.end + 200).split("\n", 1)[0] ?? "");
    return members(value, { range: word, typed, style: node.style, called }, context);
  }
  if (before?.kind === "keyword" && (before.text === "function" || before.text === "for")) return [];
  if (before?.kind === "keyword" && before.text === "goto") return labels(script, caret);
  if (
    before?.text === "::" &&
    nodes(script).statements.some((node) => node.kind === "label" && node.name.start === word.start)
  )
    return [];
  if (before?.kind === "keyword" && before.text === "local")
    return words(script, word, true, context).filter(
      (item) => item.label === "function" && item.kind === "keyword",
    );
  if (
    script.bindings.some(
      (binding) => binding.start <= word.start && word.end <= binding.end && binding.text !== "self",
    )
  )
    return [];

  const inCall = argumentItems(script, caret, context);
  const fitting = inCall?.items ?? comparedValues(script, caret, context);
  if (inCall?.words === false) return [...fitting];
  const known = new Set(fitting.map(({ label }) => label));
  const others = words(script, word, inCall === null && startsStatement(script, caret), context);
  return [...fitting, ...others.filter(({ label }) => !known.has(label))];
}

/** Whole strings in place of the one the caret is in. */
function literalItems(script: Script, caret: Caret, offset: number, context: LanguageContext): Completion[] {
  const items = argumentItems(script, caret, context)?.items ?? comparedValues(script, caret, context);
  // An unfinished string runs on to the end of its line: what stands there is not its text.
  const open = caret.literal?.error !== undefined;
  const range = { start: caret.word.start, end: open ? offset : caret.word.end };
  return items.map((item) => ({ ...item, range }));
}

/** Values that the other side of `==` or `~=` can have. */
function comparedValues(script: Script, { word, before }: Caret, context: LanguageContext): Completion[] {
  if (before?.text !== "==" && before?.text !== "~=") return [];
  const compared = nodes(script).expressions.find(
    (node) =>
      node.kind === "binary" &&
      node.left.end <= before.start &&
      before.end <= node.right.start &&
      node.operator === before.text &&
      node.right.start <= word.end,
  );
  if (compared?.kind !== "binary" || compared.right.start < before.end) return [];
  const value = valueIn(compared.left, script, context.catalog);
  if (value?.kind !== "shape" || value.shape.kind !== "string") return [];
  return (value.shape.values ?? []).map((text, order) => ({
    ...{
      label: `"${text}"`,
      kind: "value",
      detail: "",
      documentation: "",
      insert: `"${text}"`,
      snippet: false,
    },
    range: word,
    order: order - 50,
  }));
}

function labels(script: Script, { word }: Caret): Completion[] {
  const names = nodes(script).statements.flatMap((node) => (node.kind === "label" ? [node.name.text] : []));
  return [...new Set(names)].map((label, order) => ({
    ...{ label, kind: "variable", detail: "label", documentation: "", insert: label, snippet: false, order },
    range: word,
  }));
}

/** True when nothing but white space stands in front of the word in its line, or a keyword that opens a block. */
function startsStatement(script: Script, { word, before }: Caret): boolean {
  if (before === null) return true;
  if (before.kind === "keyword") return ["then", "do", "else", "repeat", "end"].includes(before.text);
  const between = script.tokens.filter(
    (token) => isTrivia(token) && token.start >= before.end && token.end <= word.start,
  );
  const continues = before.kind === "op" && !/^[)\]};]$/.test(before.text);
  return before.text === ";" || (!continues && between.some((token) => token.text.includes("\n")));
}
