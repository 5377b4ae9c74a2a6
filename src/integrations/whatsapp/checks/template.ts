/** Checks a call's template against the simulated world. Only warnings: what is missing now may be created. */
import { nearest } from "../../../shared/nearest";
import { type Finding, fieldOf, type PartialTable } from "../../argument-help";
import { sendTemplate } from "../functions/send-template";
import type { TemplateInfo, WorldData } from "../simulator/page";
import { checkFilling } from "./filling";
import { changeTo, mismatch } from "./finding";

/** Findings on a template's name, language, status and placeholders. None where these are unknown. */
export function checkTemplate(args: PartialTable, data: WorldData | null): readonly Finding[] {
  const name = fieldOf(args, "template_name");
  if (data === null || name.kind !== "text" || name.value === "") return [];
  const versions = data.templates.filter((template) => template.name === name.value);
  if (versions.length === 0) return [unknownTemplate(name.value, data)];
  const template = chosen(args, versions);
  if (template === "unknown") return [];
  if (template === null) return [unknownLanguage(args, versions)];
  return [...checkStatus(template, args), ...checkFilling(template, fieldOf(args, "components"))];
}

function unknownTemplate(name: string, { templates }: WorldData): Finding {
  const names = [...new Set(templates.map((template) => template.name))];
  const meant = nearest(name, names);
  const others = names.length > 8 ? [...names.slice(0, 8), "…"] : names;
  const hint =
    meant === null
      ? names.length === 0
        ? ""
        : ` Templates: ${others.join(", ")}.`
      : ` Did you mean \`${meant}\`?`;
  const message = `This account has no template \`${name}\`.${hint}`;
  return mismatch(["template_name"], "template-unknown", message, changeTo(meant));
}

/** The language a call asks for, or the parameter's default. */
function languageOf(args: PartialTable): string | null {
  const language = fieldOf(args, "language");
  if (language.kind === "text" && language.value !== "") return language.value;
  if (language.kind === "unknown") return null;
  const standard = sendTemplate.parameters.find((parameter) => parameter.name === "language")?.default;
  return typeof standard === "string" ? standard : null;
}

function chosen(args: PartialTable, versions: readonly TemplateInfo[]): TemplateInfo | "unknown" | null {
  const language = languageOf(args);
  if (language === null) return "unknown";
  return versions.find((template) => template.language === language) ?? null;
}

function unknownLanguage(args: PartialTable, versions: readonly TemplateInfo[]): Finding {
  const language = languageOf(args) ?? "";
  const written = fieldOf(args, "language").kind === "text";
  const languages = versions.map((template) => template.language);
  const nearer = languages.toSorted(
    (a, b) => Number(b.startsWith(language)) - Number(a.startsWith(language)),
  );
  const [{ name } = { name: "" }] = versions;
  const asked = written ? `\`${language}\`` : `\`${language}\` (the default when \`language\` is omitted)`;
  const message = `Template \`${name}\` does not exist in ${asked}. It exists in: ${languages.join(", ")}.`;
  const fixes = nearer.flatMap((code) =>
    written ? changeTo(code) : { title: `Add language = "${code}"`, to: [], key: "language", value: code },
  );
  return mismatch([written ? "language" : "template_name"], "template-language", message, fixes);
}

const REASONS: Readonly<Record<string, string>> = {
  PAUSED: "was paused for low quality: sending fails with 132015",
  DISABLED: "is disabled: sending fails with 132016",
  PENDING: "is waiting for Meta's approval: sending fails with 132001",
  REJECTED: "was rejected by Meta: sending fails with 132001",
};

function checkStatus({ name, language, status }: TemplateInfo, args: PartialTable): readonly Finding[] {
  if (status === "APPROVED") return [];
  const reason =
    (Object.hasOwn(REASONS, status) ? REASONS[status] : undefined) ?? `is ${status}: it can't be sent`;
  const version = fieldOf(args, "language").kind === "text" ? ` (${language})` : "";
  const message = `Template \`${name}\`${version} ${reason}.`;
  return [mismatch(["template_name"], "template-status", message)];
}
