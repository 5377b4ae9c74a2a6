import { type Analysis, analyse } from "./analysis";
import { functionCall } from "./api-call";
import { argumentSite, callsGivenNames } from "./argument-site";
import { callsAround, caretAt } from "./caret";
import { commentAbove } from "./comment-above";
import { suggestions } from "./completion/arguments";
import { accountNames, type LanguageContext } from "./context";
import {
  codeBlock,
  functionMarkdown,
  parameterList,
  parameterMarkdown,
  shapeMarkdown,
  standardLabel,
} from "./describe";
import { ownTables } from "./infer/own-tables";
import { memberNamed } from "./infer/table-members";
import type { Value } from "./infer/value";
import { isTrivia } from "./lexer";
import { stringValue } from "./lexer-escapes";
import { placeOf } from "./namespace-path";
import type {
  Binding,
  Identifier,
  MemberExpression,
  NameExpression,
  ParsedScript,
  Range,
  TableField,
} from "./parse/ast";
import { nodes } from "./parse/walk";
import { partialArguments } from "./partial-arguments";
import { readingAt } from "./pasted/reading";
import { LIBRARIES, REMOVED, standardEntry } from "./standard-library";
import { bindingValue } from "./values";

export interface Hover {
  /** The word that is explained. */
  readonly range: Range;
  readonly markdown: string;
}

/** Explains the name at an offset, or `null` if there is nothing to say. */
export function hover(source: string, offset: number, context: LanguageContext): Hover | null {
  const read = readingAt(source, offset);
  const analysis = analyse(read.text, context);
  const found =
    hoverArgument(read.offset, analysis) ??
    hoverParameter(read.offset, analysis) ??
    hoverName(read.offset, analysis) ??
    hoverDeclaration(read.offset, analysis);
  return found === null ? null : { ...found, range: read.back(found.range) };
}

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end && range.end > range.start;
}

/**
 * Explains a call's arguments by what the integration knows: a literal by the world (whose number, which template), a key of a
 * nested table by its purpose. Returns `null` elsewhere.
 */
function hoverArgument(offset: number, analysis: Analysis): Hover | null {
  const { script, context } = analysis;
  const token = script.tokens.find(({ start, end }) => start <= offset && offset < end);
  if (token === undefined || isTrivia(token)) return null;
  const caret = caretAt(script, token.end - (token.kind === "string" ? 1 : 0));
  if (caret.word.start !== token.start) return null;
  const site = argumentSite(caret, analysis);
  if (site === null) return null;
  const { start, end, text, kind } = token;
  if (kind === "string" && token.error === undefined) {
    const { integration, function: spec } = site.call.place;
    const data = context.data?.(integration.id) ?? null;
    const help = context.help.get(integration.id);
    const markdown = help?.explain(spec.name, site, stringValue(text), partialArguments(site.call), data);
    return markdown == null ? null : { range: { start, end }, markdown };
  }
  if (kind !== "name" || site.key !== null || site.path.length === 0) return null;
  const key = suggestions(site, token, analysis).find((one) => one.kind === "key" && one.label === text);
  return key === undefined
    ? null
    : { range: { start, end }, markdown: `**${text}**: ${key.detail}\n\n${key.documentation}` };
}

function hoverParameter(offset: number, analysis: Analysis): Hover | null {
  const around = callsAround(analysis.script, offset).flatMap((node) => functionCall(node, analysis) ?? []);
  const inCalls = around.map(({ table, place }) => ({ tables: table === null ? [] : [table], place }));
  const apart = callsGivenNames(analysis).map(({ args: [first], place }) => ({
    tables: ownTables(first, analysis),
    place,
  }));
  for (const { tables, place } of [...inCalls, ...apart])
    for (const { fields } of tables) {
      const name = fields.map(nameWritten).find((range) => range !== null && holds(range, offset));
      const parameter = place.function.parameters.find((one) => one.name === name?.text);
      if (name && parameter !== undefined) return { range: name, markdown: parameterMarkdown(parameter) };
    }
  return null;
}

/** A field's name, or candidates for a name still being written. */
function nameWritten(field: TableField): Identifier | null {
  if (field.kind === "named") return field.name;
  return field.kind === "item" && field.value.kind === "name" && field.value.binding === null
    ? field.value
    : null;
}

function hoverName(offset: number, analysis: Analysis): Hover | null {
  const { script } = analysis;
  const found = nodes(script).expressions.find(
    (node) =>
      (node.kind === "member" && holds(node.name, offset)) || (node.kind === "name" && holds(node, offset)),
  );
  if (found === undefined || (found.kind !== "name" && found.kind !== "member")) return null;
  const range = found.kind === "name" ? found : found.name;
  const label = found.kind === "name" ? found.text : found.name.text;
  const removed = found.kind === "name" && found.binding === null ? REMOVED.get(label) : undefined;
  if (removed !== undefined && !script.written.has(label))
    return { range, markdown: `\`${label}\` does not exist here: ${removed}.` };
  const value = analysis.of(found);
  const own = found.kind === "member" ? hoverMember(found, analysis) : null;
  if (own !== null) return own;
  const declared = found.kind === "name" ? declarationOf(found, script) : null;
  const markdown =
    value === null && found.kind === "name" && found.binding !== null
      ? codeBlock(`(${kindOf(found.binding)}) ${label}`)
      : explain(value, label, analysis);
  return markdown === null ? null : { range, markdown: withComment(markdown, script, declared) };
}

/** Where a variable is declared or, for a global, first set. `null` if the script does not define it. */
function declarationOf({ binding, text }: NameExpression, { globals }: ParsedScript): number | null {
  if (binding !== null) return commentedAt(binding);
  return globals.find((global) => global.write && global.text === text)?.start ?? null;
}

/** A comment above a function is about the function, not about its parameters. */
function commentedAt({ kind, start }: Binding): number | null {
  return kind === "local" || kind === "function" ? start : null;
}

/** Adds what the author wrote above the declaration. */
function withComment(markdown: string, script: ParsedScript, declared: number | null): string {
  const comment = declared === null ? "" : commentAbove(script, declared);
  return comment === "" ? markdown : `${markdown}\n\n${comment}`;
}

/** A member of one of the script's own tables. */
function hoverMember(node: MemberExpression, analysis: Analysis): Hover | null {
  const member = memberNamed(node, analysis);
  if (member === null) return null;
  const { name, value, isMethod } = member;
  const known = value === null ? null : analysis.of(value);
  const markdown =
    value?.kind === "function"
      ? codeBlock(
          `(${isMethod ? "method" : "function"}) ${name.text}${parameterList(value, analysis.script)}`,
        )
      : (explain(known, name.text, analysis) ?? codeBlock(`(field) ${name.text}`));
  return { range: node.name, markdown: withComment(markdown, analysis.script, name.start) };
}

function hoverDeclaration(offset: number, analysis: Analysis): Hover | null {
  const { script } = analysis;
  const binding = script.bindings.find((candidate) => holds(candidate, offset));
  if (binding === undefined) return null;
  const value = bindingValue(binding, analysis);
  const markdown =
    explain(value, binding.text, analysis) ?? codeBlock(`(${kindOf(binding)}) ${binding.text}`);
  return { range: binding, markdown: withComment(markdown, script, commentedAt(binding)) };
}

function kindOf({ kind, attrib }: Binding): string {
  if (kind === "loop") return "loop variable";
  return attrib === null || attrib === "" ? kind : `${kind} <${attrib}>`;
}

function explain(value: Value | null, label: string, { context, script }: Analysis): string | null {
  switch (value?.kind) {
    case "standard": {
      const entry = standardEntry(value.name);
      if (entry !== undefined) return `${codeBlock(standardLabel(entry))}\n\n${entry.summary}`;
      return `${codeBlock(value.name)}\n\n${LIBRARIES.get(value.name) ?? ""}`;
    }
    case "shape":
      return shapeMarkdown(label, value.shape);
    case "function":
      return codeBlock(`function ${label}${parameterList(value.body, script)}`);
    case "table":
      return codeBlock(`${label}: table`);
    case "namespace":
      return describePlace(value.path, context);
    default:
      return null;
  }
}

function describePlace(path: readonly (string | null)[], context: LanguageContext): string | null {
  const place = placeOf(path, context.catalog);
  switch (place.kind) {
    case "app":
      return `${codeBlock("app")}\n\nThe agent host's namespace: \`app.integrations\`.`;
    case "integrations": {
      const names = context.catalog.integrations.map(({ id, title }) => `- \`${id}\`: ${title}`);
      return `${codeBlock("app.integrations")}\n\n${names.join("\n")}`;
    }
    case "integration": {
      const { id, title, summary, functions } = place.integration;
      const list = functions
        .map(({ name, kind, summary: what }) => `- \`${name}\` (${kind}): ${what}`)
        .join("\n");
      const accounts = accountNames(place.integration, context).map((name) => `\`${name}\``);
      return `${codeBlock(`app.integrations.${id}`)}\n\n**${title}.** ${summary}\n\n${list}\n\nAccounts: ${accounts.join(", ")}`;
    }
    case "account": {
      if (place.account === null) return null;
      const known = accountNames(place.integration, context).includes(place.account);
      const { title } = place.integration;
      return known
        ? `Account \`${place.account}\` of ${title}: the same functions with its credentials.`
        : `No account \`${place.account}\` of ${title}.`;
    }
    case "function":
      return `${functionMarkdown(place.function)}${place.account === null ? "" : `\n\nUses account \`${place.account}\`.`}`;
    case "unknown":
      return null;
  }
}
