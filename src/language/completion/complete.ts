/** What can be written at a caret. */
import { type Caret, callOfTable, caretAt, namedFields, openBracket } from "../caret";
import type { LanguageContext } from "../context";
import { parameterLabel, parameterMarkdown } from "../describe";
import { isTrivia } from "../lexer";
import type { Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { scriptOf } from "../script";
import { valueIn } from "../values";
import type { Completion } from "./item";
import { members } from "./members";
import { words } from "./words";

/** Items for a caret at `offset` (UTF-16), unfiltered by what is typed; empty inside comments, strings and new names. */
export function complete(source: string, offset: number, context: LanguageContext): Completion[] {
  const script = scriptOf(source);
  const caret = caretAt(script, offset);
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

  return (
    argumentItems(script, caret, context) ?? words(script, word, startsStatement(script, caret), context)
  );
}

/** Keys and values inside the table of a catalog call; null outside of one. */
function argumentItems(script: Script, caret: Caret, context: LanguageContext): Completion[] | null {
  const { word, before, beforeThat } = caret;
  const bracket = openBracket(script, word.start);
  if (bracket === null || before === null || before.kind !== "op") return null;
  const call = callOfTable(bracket, script, context.catalog);
  if (call === null) return null;
  const inFunction = nodes(script).expressions.some(
    (node) =>
      node.kind === "function" &&
      node.start > bracket.start &&
      node.start < word.start &&
      word.start <= node.end,
  );
  if (inFunction) return null;
  const { parameters } = call.place.function;

  if (before.text === "{" || before.text === "," || before.text === ";") {
    const present = new Set(
      namedFields(call.table).flatMap(({ name }) => (name.start === word.start ? [] : [name.text])),
    );
    const followed = /^\s*=(?!=)/.test(script.source.slice(word.end, word.end + 50));
    return parameters
      .filter((parameter) => !present.has(parameter.name))
      .map((parameter, index) => ({
        label: parameter.name,
        kind: "parameter",
        detail:
          parameterLabel(parameter)
            .slice(parameter.name.length)
            .replace(/^\??: /, "") + (parameter.required ? " · required" : ""),
        documentation: parameterMarkdown(parameter),
        insert: followed ? parameter.name : `${parameter.name} = `,
        snippet: false,
        range: word,
        order: (parameter.required ? 0 : 100) + index,
      }));
  }
  if (before.text !== "=" || beforeThat?.kind !== "name") return null;
  const parameter = parameters.find((candidate) => candidate.name === beforeThat.text);
  if (parameter === undefined || !namedFields(call.table).some(({ name }) => name.start === beforeThat.start))
    return null;
  const literals = parameter.type === "boolean" ? ["true", "false"] : [parameter.example];
  const values = literals.map(
    (label, order): Completion => ({
      label,
      kind: "value",
      detail: parameter.type === "boolean" ? "" : "example",
      documentation: parameterMarkdown(parameter),
      insert: label,
      snippet: false,
      range: word,
      order: order - 10,
    }),
  );
  const others = words(script, word, false, context);
  return [...values, ...others.filter((item) => !literals.includes(item.label))];
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
