/** What can be written at a caret. */
import { type Caret, caretAt } from "../caret";
import type { LanguageContext } from "../context";
import type { Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { scriptOf } from "../script";
import { valueIn } from "../values";
import { argumentItems } from "./arguments";
import type { Completion } from "./item";
import { members, ownMembers } from "./members";
import { keywordItem, words } from "./words";
import { wordPlace } from "./words-at";

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
    const request = { range: word, typed, style: node.style, called };
    const known = members(value, request, context);
    return known.length > 0 && value !== null
      ? known
      : [...ownMembers(node, script, request, context), ...known];
  }
  if (before?.kind === "keyword" && (before.text === "function" || before.text === "for")) return [];
  if (before?.kind === "keyword" && before.text === "goto") return labels(script, caret);
  if (
    before?.text === "::" &&
    nodes(script).statements.some((node) => node.kind === "label" && node.name.start === word.start)
  )
    return [];
  if (before?.kind === "keyword" && before.text === "local") return [keywordItem("function", word)];
  if (before?.text === "<" && isAttribute(script, before.start))
    return ["const", "close"].map((attribute) => keywordItem(attribute, word));
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
  const place = wordPlace(script, caret);
  const others = words(script, word, inCall === null ? place : { ...place, names: "value" }, context);
  const walkers = before?.text === "in" ? new Set(["ipairs", "pairs"]) : new Set<string>();
  return [
    ...fitting,
    ...others
      .filter(({ label }) => !known.has(label))
      .map((item) => (walkers.has(item.label) ? { ...item, order: -1 } : item)),
  ];
}

/** Whole strings in place of the one the caret is in. */
function literalItems(script: Script, caret: Caret, offset: number, context: LanguageContext): Completion[] {
  const items =
    argumentItems(script, caret, context)?.items ??
    (caret.before?.text === "[" ? keyItems(script, caret, context) : comparedValues(script, caret, context));
  // An unfinished string runs on to the end of its line: what stands there is not its text.
  const open = caret.literal?.error !== undefined;
  const range = { start: caret.word.start, end: open ? offset : caret.word.end };
  return items.map((item) => ({ ...item, range }));
}

/** What `object["…"]` can name. */
function keyItems(script: Script, { word }: Caret, context: LanguageContext): Completion[] {
  const node = nodes(script).expressions.find(
    (candidate) =>
      candidate.kind === "member" && candidate.style === "[" && candidate.name.start === word.start,
  );
  if (node?.kind !== "member") return [];
  const request = { range: word, typed: "", style: ".", called: true } as const;
  const value = valueIn(node.object, script, context.catalog);
  const known = members(value, request, context);
  const items = known.length > 0 ? known : ownMembers(node, script, request, context);
  return items.map((item) => {
    const text = `"${item.label}"`;
    const order = item.kind === "account" ? item.order - 100 : item.order;
    return { ...item, kind: "value", label: text, insert: text, snippet: false, order };
  });
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

/** True for the `<` behind the name that a `local` declares. */
function isAttribute(script: Script, offset: number): boolean {
  return script.bindings.some(
    ({ kind, end }) => kind === "local" && end <= offset && script.source.slice(end, offset).trim() === "",
  );
}
