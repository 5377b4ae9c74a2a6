/** Keys and values inside the arguments of a catalog call. */
import type { Suggestion } from "../../integrations/argument-help";
import type { Parameter } from "../../integrations/catalog";
import { type ArgumentSite, argumentSite } from "../argument-site";
import { type Caret, namedFields } from "../caret";
import type { LanguageContext } from "../context";
import { parameterLabel, parameterMarkdown } from "../describe";
import type { Range, Script } from "../parse/ast";
import { partialArguments } from "../partial-arguments";
import type { Completion } from "./item";

/** What fits at a caret, and whether a word of the script fits there as well. */
export interface ArgumentItems {
  readonly items: readonly Completion[];
  readonly words: boolean;
}

/** Items for a caret in the arguments of a catalog function; null elsewhere. */
export function argumentItems(script: Script, caret: Caret, context: LanguageContext): ArgumentItems | null {
  const site = argumentSite(script, caret, context);
  if (site === null) return null;
  const { word, literal } = caret;
  const followed = /^\s*=(?!=)/.test(script.source.slice(word.end, word.end + 50));
  if (site.path.length === 0 && site.key === null)
    return literal === null ? { items: parameterItems(site, word, followed), words: false } : null;

  const suggested = suggestions(site, word, context) ?? [];
  const parameter =
    site.path.length > 0
      ? undefined
      : site.reached.place.function.parameters.find(({ name }) => name === site.key);
  // An example is no more of a help once a text has been begun.
  const begun =
    literal !== null && /^["']./.test(script.source.slice(literal.start, word.end).replace(/["']$/, ""));
  const examples =
    parameter === undefined || (begun && parameter.type === "string") ? [] : literals(parameter);
  const offered = suggested.length > 0 ? suggested : examples;
  const items = offered.map((suggestion, order) => item(suggestion, word, followed, order - 50));
  if (literal !== null) return { items: items.filter(({ label }) => label.startsWith('"')), words: false };
  if (parameter === undefined && suggested.length === 0 && site.path.length > 0) return null;
  return { items, words: site.key !== null };
}

function suggestions(
  site: ArgumentSite,
  { start }: Range,
  context: LanguageContext,
): readonly Suggestion[] | null {
  const { integration, function: spec } = site.reached.place;
  const help = context.help.get(integration.id);
  const data = context.data?.(integration.id) ?? null;
  return help?.suggest(spec.name, site, partialArguments(site.reached, start), data) ?? null;
}

function parameterItems({ reached, table }: ArgumentSite, word: Range, followed: boolean): Completion[] {
  const present = new Set(
    table === null
      ? []
      : namedFields(table).flatMap(({ name }) => (name.start === word.start ? [] : [name.text])),
  );
  return reached.place.function.parameters
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
  return {
    label,
    kind: kind === "key" ? "parameter" : "value",
    detail,
    documentation,
    insert: snippet ?? plain,
    snippet: snippet !== undefined,
    range,
    order,
  };
}
