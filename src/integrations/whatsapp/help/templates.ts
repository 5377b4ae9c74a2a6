/** Templates of the simulated world, for completion and hover. */
import { type PartialTable, type Suggestion, textAt } from "../../argument-help";
import type { TemplateComponent, TemplateInfo, WorldData } from "../simulator/page";

/** The default of `language` (`send-template.ts`). */
const DEFAULT_LANGUAGE = "en";

/** The template that a call names, or `null` if unknown. If its language does not exist, the first of its name. */
export function templateOf(args: PartialTable, data: WorldData | null): TemplateInfo | null {
  const name = textAt(args, ["template_name"]);
  const versions = data?.templates.filter((template) => template.name === name) ?? [];
  const language = textAt(args, ["language"]) ?? DEFAULT_LANGUAGE;
  return versions.find((template) => template.language === language) ?? versions[0] ?? null;
}

/** Names of templates, or `null` if the world is not known. */
export function suggestTemplates(data: WorldData | null): readonly Suggestion[] | null {
  if (data === null || data.templates.length === 0) return null;
  return [...byName(data)].map(([name, versions]) => ({
    kind: "value",
    label: `"${name}"`,
    detail: detailOf(versions),
    documentation: templateMarkdown(versions),
  }));
}

/** Languages of the call's template, or all that occur, or `null` if the world is not known. */
export function suggestLanguages(args: PartialTable, data: WorldData | null): readonly Suggestion[] | null {
  if (data === null) return null;
  const name = textAt(args, ["template_name"]);
  const versions = data.templates.filter((template) => template.name === name);
  if (versions.length > 0)
    return versions.map((template) => ({
      kind: "value",
      label: `"${template.language}"`,
      detail: statusOf(template),
      documentation: templateMarkdown([template]),
    }));
  return [...new Set(data.templates.map(({ language }) => language))].map((language) => ({
    kind: "value",
    label: `"${language}"`,
    detail: "",
    documentation: "",
  }));
}

/** A template's text, languages and status, or `null` if no template has that name. */
export function explainTemplate(name: string, data: WorldData | null): string | null {
  const versions = data === null ? undefined : byName(data).get(name);
  return versions === undefined ? null : templateMarkdown(versions);
}

/** The call's template in a language, or `null` if it does not exist. */
export function explainLanguage(language: string, args: PartialTable, data: WorldData | null): string | null {
  const name = textAt(args, ["template_name"]);
  const found = data?.templates.find((each) => each.name === name && each.language === language);
  return found === undefined ? null : templateMarkdown([found]);
}

function byName({ templates }: WorldData): ReadonlyMap<string, readonly TemplateInfo[]> {
  const names = new Map<string, TemplateInfo[]>();
  for (const template of templates) names.set(template.name, [...(names.get(template.name) ?? []), template]);
  return names;
}

function detailOf(versions: readonly TemplateInfo[]): string {
  const statuses = new Set(versions.map(statusOf));
  const languages = versions.map(({ language }) => language).join(", ");
  return `${languages} · ${[...statuses].join(", ")}`;
}

function statusOf({ status }: TemplateInfo): string {
  return status.toLowerCase().replaceAll("_", " ");
}

function templateMarkdown(versions: readonly TemplateInfo[]): string {
  const [first] = versions;
  if (first === undefined) return "";
  const list = versions.map((template) => `\`${template.language}\` ${statusOf(template)}`).join(", ");
  return [`**${first.name}**, ${first.category.toLowerCase()}: ${list}`, ...partLines(first)].join("\n\n");
}

function partLines({ components }: TemplateInfo): string[] {
  return components.map(partLine).filter((line) => line !== "");
}

function partLine(part: TemplateComponent): string {
  switch (part.type) {
    case "HEADER":
      return part.format === "TEXT"
        ? `Header: ${escaped(part.text)}`
        : `Header: ${part.format.toLowerCase()}`;
    case "BODY":
      return quoted(part.text);
    case "FOOTER":
      return part.text === undefined ? "" : `Footer: ${escaped(part.text)}`;
    case "BUTTONS":
      return `Buttons: ${part.buttons.map(({ text }) => `[${escaped(text)}]`).join(" ")}`;
  }
}

function quoted(text: string): string {
  return `> ${escaped(text).replaceAll("\n", "\n> ")}`;
}

/** Escapes Markdown: a template's `*stars*` are WhatsApp's. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#~|]/g, "\\$&");
}
