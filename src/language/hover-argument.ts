import { argumentSite } from "./argument-site";
import { caretAt } from "./caret";
import type { LanguageContext } from "./context";
import type { Hover } from "./hover";
import { isTrivia } from "./lexer";
import { stringValue } from "./lexer-escapes";
import type { Script } from "./parse/ast";
import { partialArguments } from "./partial-arguments";

/**
 * Explains what stands in a call's arguments by what the integration knows of it: a literal by the world (whose number, which
 * template), a key of a nested table by what it is for. Null elsewhere.
 */
export function hoverArgument(script: Script, offset: number, context: LanguageContext): Hover | null {
  const token = script.tokens.find(({ start, end }) => start <= offset && offset < end);
  if (token === undefined || isTrivia(token)) return null;
  const caret = caretAt(script, token.end - (token.kind === "string" ? 1 : 0));
  if (caret.word.start !== token.start) return null;
  const site = argumentSite(script, caret, context);
  if (site === null) return null;
  const { integration, function: spec } = site.reached.place;
  const help = context.help.get(integration.id);
  const data = context.data?.(integration.id) ?? null;
  const { start, end, text, kind } = token;
  if (kind === "string" && token.error === undefined) {
    const markdown = help?.explain(spec.name, site, stringValue(text), partialArguments(site.reached), data);
    return markdown == null ? null : { range: { start, end }, markdown };
  }
  if (kind !== "name" || site.key !== null || site.path.length === 0) return null;
  const keys = help?.suggest(spec.name, site, partialArguments(site.reached, start), data) ?? [];
  const key = keys.find((suggestion) => suggestion.kind === "key" && suggestion.label === text);
  return key === undefined
    ? null
    : { range: { start, end }, markdown: `**${text}**: ${key.detail}\n\n${key.documentation}` };
}
