/** Completions at the cursor. */
import { type Analysis, analyse } from "../analysis";
import { type Caret, caretAt } from "../caret";
import type { LanguageContext } from "../context";
import { lineage } from "../infer/lineage";
import { classTable, declaredShape } from "../infer/table-members";
import type { MemberExpression, ParsedScript } from "../parse/ast";
import { nodes } from "../parse/walk";
import { readingAt } from "../pasted/reading";
import { annotationItems } from "./annotations";
import { argumentItems } from "./arguments";
import { type Completion, completion } from "./item";
import { type MemberRequest, members, ownMembers } from "./members";
import { keywordItem, words } from "./words";
import { wordPlace } from "./words-at";

/** Items for a caret at `offset` (UTF-16), unfiltered by what is typed; empty inside comments, strings and new names. */
export function complete(source: string, offset: number, context: LanguageContext): Completion[] {
  const read = readingAt(source, offset);
  return itemsAt(read.text, read.offset, context).map((item) => {
    const range = read.back(item.range);
    const [open, close] = [source.charAt(range.start), source.charAt(range.end - 1)];
    // Monaco offers what fits the text in front of the caret, and nothing fits a curly quote: only the text is replaced.
    if (!item.insert.startsWith('"') || open <= "\u007f") return { ...item, range };
    const end = range.end - 1 >= offset && close > "\u007f" ? range.end - 1 : range.end;
    return { ...item, insert: item.insert.slice(1, -1), range: { start: range.start + 1, end } };
  });
}

function itemsAt(source: string, offset: number, context: LanguageContext): Completion[] {
  const analysis = analyse(source, context);
  const { script } = analysis;
  const caret = caretAt(script, offset);
  if (caret.literal !== null) return literalItems(caret, offset, analysis);
  if (caret.quiet) return [...(annotationItems(offset, analysis) ?? [])];
  const { word, before } = caret;

  if (before?.kind === "op" && (before.text === "." || before.text === ":")) {
    const node = memberWhere(script, ({ separator }) => separator === before.start);
    if (node === undefined) return [];
    const typed = source.slice(word.start, offset);
    const called = /^\s*(?:[({"']|\[\[)/.test(source.slice(word.end, word.end + 200).split("\n", 1)[0] ?? "");
    return memberItems(node, { range: word, typed, style: node.style, called }, analysis);
  }
  if (before?.kind === "keyword" && (before.text === "function" || before.text === "for")) return [];
  if (before?.kind === "keyword" && before.text === "goto") return labels(script, caret);
  if (before?.kind === "keyword" && before.text === "local") return [keywordItem("function", word)];
  if (before?.text === "<" && isAttribute(script, before.start))
    return ["const", "close"].map((attribute) => keywordItem(attribute, word));
  if (isNewName(script, caret)) return [];

  const inCall = argumentItems(caret, analysis);
  const fitting = inCall?.items ?? comparedValues(caret, analysis);
  if (inCall?.words === false) return [...fitting];
  const known = new Set(fitting.map(({ label }) => label));
  const place = wordPlace(script, caret);
  const others = words(word, inCall === null ? place : { ...place, names: "value" }, analysis);
  const walkers = before?.text === "in" ? new Set(["ipairs", "pairs"]) : new Set<string>();
  return [
    ...fitting,
    ...others
      .filter(({ label }) => !known.has(label))
      .map((item) => (walkers.has(item.label) ? { ...item, order: -1 } : item)),
  ];
}

/** Members of a known value, or else those that the script adds to its own table. */
function memberItems(node: MemberExpression, request: MemberRequest, analysis: Analysis): Completion[] {
  const value = analysis.of(node.object);
  const known = members(value, request, analysis.context);
  const table = classTable(node.object, analysis);
  if (table !== null) {
    const labels = new Set(known.map(({ label }) => label));
    const methods = ownMembers({ ...node, object: table }, request, analysis);
    return [...known, ...methods.filter(({ label }) => !labels.has(label))];
  }
  if (known.length > 0 && value !== null) return known;
  const own = ownMembers(node, request, analysis);
  const shape = declaredShape(node.object, analysis);
  if (shape !== null) {
    const declared = members({ kind: "shape", shape }, request, analysis.context);
    const labels = new Set(declared.map(({ label }) => label));
    return [...declared, ...own.filter(({ label }) => !labels.has(label))];
  }
  // A table has no methods of texts.
  return lineage(node.object, analysis).isTable ? own : [...own, ...known];
}

function memberWhere(
  script: ParsedScript,
  fits: (node: MemberExpression) => boolean,
): MemberExpression | undefined {
  return nodes(script)
    .expressions.filter((node) => node.kind === "member")
    .find(fits);
}

/** Whether a label or a variable is being named. */
function isNewName(script: ParsedScript, { word, before }: Caret): boolean {
  if (before?.text === "::")
    return nodes(script).statements.some((node) => node.kind === "label" && node.name.start === word.start);
  return script.bindings.some(
    ({ start, end, text }) => start <= word.start && word.end <= end && text !== "self",
  );
}

/** Whole strings in place of the one the caret is in. */
function literalItems(caret: Caret, offset: number, analysis: Analysis): Completion[] {
  const items =
    argumentItems(caret, analysis)?.items ??
    (caret.before?.text === "[" ? keyItems(caret, analysis) : comparedValues(caret, analysis));
  // An unfinished string runs on to the end of its line, with text that is not its own.
  const open = caret.literal?.error !== undefined;
  const range = { start: caret.word.start, end: open ? offset : caret.word.end };
  return items.map((item) => ({ ...item, range }));
}

/** What `object["…"]` can name. */
function keyItems({ word }: Caret, analysis: Analysis): Completion[] {
  const node = memberWhere(analysis.script, ({ style, name }) => style === "[" && name.start === word.start);
  if (node === undefined) return [];
  const request = { range: word, typed: "", style: ".", called: true } as const;
  return memberItems(node, request, analysis).map(({ label, kind, order, detail, documentation }) =>
    completion(`"${label}"`, "value", word, kind === "account" ? order - 100 : order, {
      detail,
      documentation,
    }),
  );
}

/** Values that the other side of `==` or `~=` can have. */
function comparedValues({ word, before }: Caret, { script, of }: Analysis): Completion[] {
  if (before?.text !== "==" && before?.text !== "~=") return [];
  const compared = nodes(script).expressions.find(
    (node) =>
      node.kind === "binary" &&
      node.left.end <= before.start &&
      before.end <= node.right.start &&
      node.operator === before.text &&
      node.right.start <= word.end,
  );
  const value = compared?.kind === "binary" ? of(compared.left) : null;
  if (value?.kind !== "shape" || value.shape.kind !== "string") return [];
  return (value.shape.values ?? []).map((text, index) => completion(`"${text}"`, "value", word, index - 50));
}

function labels(script: ParsedScript, { word }: Caret): Completion[] {
  const names = nodes(script).statements.flatMap((node) => (node.kind === "label" ? [node.name.text] : []));
  return [...new Set(names)].map((name, order) =>
    completion(name, "variable", word, order, { detail: "label" }),
  );
}

/** Whether this `<` follows the name that a `local` declares. */
function isAttribute(script: ParsedScript, offset: number): boolean {
  return script.bindings.some(
    ({ kind, end }) => kind === "local" && end <= offset && script.source.slice(end, offset).trim() === "",
  );
}
