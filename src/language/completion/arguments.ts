/** Keys and values inside the arguments of a catalog call. */
import type { Suggestion } from "../../integrations/argument-help";
import type { Parameter } from "../../integrations/catalog";
import type { Analysis } from "../analysis";
import type { FunctionCall } from "../api-call";
import { type ArgumentSite, argumentSite, callWithoutTable } from "../argument-site";
import { type Caret, namedFields } from "../caret";
import { functionMarkdown, parameterMarkdown } from "../describe";
import type { Range } from "../parse/ast";
import { partialArguments } from "../partial-arguments";
import { type Completion, completion, tableSnippet } from "./item";

/** What fits at a caret, and whether a word of the script fits there as well. */
export interface ArgumentItems {
  readonly items: readonly Completion[];
  readonly words: boolean;
}

/** Items for a caret in the arguments of a catalog function, or `null` elsewhere. */
export function argumentItems(caret: Caret, analysis: Analysis): ArgumentItems | null {
  const site = argumentSite(caret, analysis);
  const { word, literal } = caret;
  if (site === null) {
    const call = literal === null ? callWithoutTable(caret, analysis) : null;
    return call === null ? null : { items: tableItems(call, word), words: true };
  }
  const { source } = analysis.script;
  const followed = /^\s*=(?!=)/.test(source.slice(word.end, word.end + 50));
  if (site.path.length === 0 && site.key === null)
    return literal === null ? { items: parameterItems(site, word, followed), words: false } : null;

  const suggested = suggestions(site, word, analysis);
  const { parameters } = site.call.place.function;
  const parameter = site.path.length > 0 ? undefined : parameters.find(({ name }) => name === site.key);
  // An example no longer helps once a string has been started.
  const begun = literal !== null && /^["']./.test(source.slice(literal.start, word.end).replace(/["']$/, ""));
  const examples =
    parameter === undefined || (begun && parameter.type === "string") ? [] : literals(parameter);
  const offered = suggested.length > 0 ? suggested : examples;
  const items = offered.map((suggestion, order) => item(suggestion, word, followed, order - 50));
  if (literal !== null) return { items: items.filter(({ label }) => label.startsWith('"')), words: false };
  if (parameter === undefined && suggested.length === 0 && site.path.length > 0) return null;
  return { items, words: site.key !== null };
}

/** What the integration suggests; `start` is where the suggestion goes, so what is there does not count. */
export function suggestions(
  site: ArgumentSite,
  { start }: Range,
  { context }: Analysis,
): readonly Suggestion[] {
  const { integration, function: spec } = site.call.place;
  const help = context.help.get(integration.id);
  const data = context.data?.(integration.id) ?? null;
  return help?.suggest(spec.name, site, partialArguments(site.call, start), data) ?? [];
}

/** The table that a call is still without. */
function tableItems({ place: { function: spec } }: FunctionCall, word: Range): Completion[] {
  if (spec.parameters.length === 0) return [];
  const shown = spec.parameters.filter(({ required }) => required).map(({ name }) => `${name} = …`);
  const label = shown.length === 0 ? "{ … }" : `{ ${shown.join(", ")} }`;
  const more = { detail: "arguments", documentation: functionMarkdown(spec), insert: tableSnippet(spec) };
  return [completion(label, "snippet", word, -60, { ...more, snippet: true })];
}

function parameterItems({ call, table }: ArgumentSite, word: Range, followed: boolean): Completion[] {
  const others = namedFields(table).filter(({ name }) => name.start !== word.start);
  const present = new Set(others.map(({ name }) => name.text));
  return call.place.function.parameters
    .filter(({ name }) => !present.has(name))
    .map((parameter, index) => {
      const { name, type, required } = parameter;
      return completion(name, "parameter", word, (required ? 0 : 100) + index, {
        detail: required ? `${type} · required` : type,
        documentation: parameterMarkdown(parameter),
        insert: followed ? name : `${name} = `,
      });
    });
}

function literals(parameter: Parameter): readonly Suggestion[] {
  const labels = parameter.type === "boolean" ? ["true", "false"] : [parameter.example];
  return labels.map((label) => ({
    kind: "value",
    label,
    detail: parameter.type === "boolean" ? "" : "example",
    documentation: parameterMarkdown(parameter),
  }));
}

function item(
  { kind, label, detail, documentation, snippet }: Suggestion,
  range: Range,
  followed: boolean,
  order: number,
): Completion {
  const plain = kind === "key" && !followed ? `${label} = ` : label;
  return completion(label, kind === "key" ? "parameter" : "value", range, order, {
    detail,
    documentation,
    insert: snippet ?? plain,
    snippet: snippet !== undefined,
  });
}
