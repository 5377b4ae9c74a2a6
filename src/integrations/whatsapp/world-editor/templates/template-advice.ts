/**
 * What Meta would not accept in a template, but this world does, so that scripts can be tried with it. Each function returns a
 * sentence or `null`. The rules are in `docs/cloud-api.md`, Templates.
 */

import type { Template, TemplateButton } from "../../simulator/page";
import { variablesOf } from "../../template-text";

type Format = Pick<Template, "parameter_format">;

/** Variables are numbered from 1 without gaps, or all named, with every brace closed. */
function variableAdvice(text: string, { parameter_format }: Format): string | null {
  const variables = variablesOf(text);
  if (/\{\{|\}\}/.test(text.replaceAll(/\{\{\s*[A-Za-z0-9_]+\s*\}\}/g, "")))
    return "Write a variable as {{1}} or {{first_name}}.";
  if (parameter_format === "NAMED") {
    const odd = variables.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
    if (odd === undefined) return null;
    return `{{${odd}}} is not a name: use lower-case letters, digits and underscores, starting with a letter.`;
  }
  const word = variables.find((name) => !/^\d+$/.test(name));
  if (word !== undefined)
    return `{{${word}}} is a name, but this template's parameters are numbered. Choose named parameters.`;
  const missing = variables.map((_, at) => String(at + 1)).find((number) => !variables.includes(number));
  return missing === undefined
    ? null
    : `Number variables from {{1}} without gaps: {{${missing}}} is missing.`;
}

export function headerAdvice(text: string, format: Format): string | null {
  const several = variablesOf(text).length > 1 ? "Meta allows one variable in the header." : null;
  return variableAdvice(text, format) ?? several;
}

export function bodyAdvice(text: string, template: Template): string | null {
  const wrong = variableAdvice(text, template);
  // Meta writes the text of authentication templates itself, starting with the code.
  if (wrong !== null || template.category === "AUTHENTICATION") return wrong;
  if (/^\s*\{\{[^{}]*\}\}/.test(text)) return "Meta rejects a variable at the start of the body.";
  return /\{\{[^{}]*\}\}[\s.,!?]*$/.test(text) ? "Meta rejects a variable at the end of the body." : null;
}

export function urlAdvice(text: string): string | null {
  const { length } = variablesOf(text);
  if (!/^https?:\/\/\S+$/i.test(text)) return "A URL starts with https:// and has no spaces.";
  if (length > 1) return "Meta allows one variable in a URL.";
  return length === 1 && !text.endsWith("}}") ? "Meta only allows a variable at the end of a URL." : null;
}

/** Advice on the buttons as a whole. */
export function buttonsAdvice(buttons: readonly TemplateButton[]): string | null {
  for (const [type, most, what] of [
    ["URL", 2, "URL buttons"],
    ["PHONE_NUMBER", 1, "phone button"],
    ["COPY_CODE", 1, "copy-code button"],
  ] as const) {
    const { length } = buttons.filter((one) => one.type === type);
    if (length > most) return `Meta allows ${most} ${what}, not ${length}.`;
  }
  // Q Q U and U Q Q are fine, Q U Q is not.
  const isReply = (at: number) => buttons[at]?.type === "QUICK_REPLY";
  const runs = buttons.filter((_, at) => isReply(at) && !isReply(at - 1));
  return runs.length > 1
    ? "Meta requires quick replies next to each other. Move the other buttons before or after them."
    : null;
}
