/**
 * Checks a template as typed. `refused`: the world cannot hold it. `advice`: the world can, but Meta would refuse it; scripts
 * can still be tried against it. The rules are in `docs/cloud-api.md`, Templates.
 */
import { variablesOf } from "../../simulator/messages/variables";
import type { World } from "../../simulator/world/world";
import { checkButtons } from "./button-checks";
import type { TemplateDraft } from "./template-draft";

export interface Check {
  /** `name`, `language`, `headerText`, `headerExample`, `body`, `example.NAME`, `footer`, `buttons`, `button.KEY.text`… */
  readonly field: string;
  readonly kind: "refused" | "advice";
  readonly text: string;
}

/** Everything that is wrong, the first field first; nothing refused means that `parseWorld` takes the template. */
export function checkTemplate(world: World, draft: TemplateDraft): readonly Check[] {
  return [
    ...checkName(world, draft),
    ...checkHeader(draft),
    ...checkBody(draft),
    ...checkExamples(draft),
    ...checkFooter(draft),
    ...checkButtons(draft.buttons),
  ];
}

/** The first sentence of a kind about a field; null when there is none. */
export function checkOf(checks: readonly Check[], field: string, kind: Check["kind"]): string | null {
  return checks.find((one) => one.field === field && one.kind === kind)?.text ?? null;
}

/** The text's own length: refused when it is longer than Meta takes. UTF-16 units, as the world's schema counts. */
export function tooLong(field: string, what: string, text: string, most: number): readonly Check[] {
  if (text.length <= most) return [];
  return [{ field, kind: "refused", text: `${what} has ${text.length} characters; ${most} are allowed.` }];
}

function checkName(world: World, draft: TemplateDraft): readonly Check[] {
  const checks: Check[] = [];
  const refuse = (field: string, text: string) => checks.push({ field, kind: "refused", text });
  const name = draft.name.trim();
  const language = draft.language.trim();
  if (name === "") refuse("name", "A template needs a name, such as order_update.");
  else if (!/^[a-z0-9_]+$/.test(name))
    refuse("name", "Only lower-case letters, digits and underscores, as in order_update.");
  else if (name.length > 512) refuse("name", `The name has ${name.length} characters; 512 are allowed.`);
  if (!/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language))
    refuse("language", "Type a language such as en or en_US, as Meta writes it.");
  const same = world.templates.find((one) => one.name === name && one.language === language);
  if (same !== undefined && same.id !== draft.id)
    refuse("name", `There is a template ${name} in ${language} already. Change the name or the language.`);
  return checks;
}

function checkHeader(draft: TemplateDraft): readonly Check[] {
  const { header, headerText, headerExample } = draft;
  const checks: Check[] = [];
  const advise = (field: string, text: string) => checks.push({ field, kind: "advice", text });
  if (header === "NONE" || header === "LOCATION") return [];
  if (header !== "TEXT") {
    if (headerExample === "") advise("headerExample", "Meta wants an example of the medium.");
    return checks;
  }
  if (headerText === "")
    checks.push({ field: "headerText", kind: "refused", text: "A text header needs a text." });
  checks.push(
    ...tooLong("headerText", "The header", headerText, 60),
    ...checkVariables("headerText", headerText, draft),
  );
  const variables = variablesOf(headerText);
  if (variables.length > 1) advise("headerText", "Meta allows one variable in the header.");
  if (variables.length > 0 && headerExample === "")
    advise("headerExample", `Meta wants an example for {{${variables[0]}}}.`);
  return checks;
}

function checkBody(draft: TemplateDraft): readonly Check[] {
  const { body, category } = draft;
  if (body === "") return [{ field: "body", kind: "refused", text: "A template needs a body." }];
  const checks: Check[] = [
    ...tooLong("body", "The body", body, 1024),
    ...checkVariables("body", body, draft),
  ];
  // Meta writes the text of these itself, and begins it with the code.
  if (category !== "AUTHENTICATION") {
    if (/^\s*\{\{[^{}]*\}\}/.test(body))
      checks.push({
        field: "body",
        kind: "advice",
        text: "Meta refuses a variable at the start of the body.",
      });
    if (/\{\{[^{}]*\}\}[\s.,!?]*$/.test(body))
      checks.push({ field: "body", kind: "advice", text: "Meta refuses a variable at the end of the body." });
  }
  return checks;
}

function checkExamples({ body, examples }: TemplateDraft): readonly Check[] {
  return variablesOf(body).flatMap((name) =>
    Object.hasOwn(examples, name) && examples[name] !== ""
      ? []
      : [{ field: `example.${name}`, kind: "advice", text: `Meta wants an example for {{${name}}}.` }],
  );
}

function checkFooter({ footer }: TemplateDraft): readonly Check[] {
  const long = tooLong("footer", "The footer", footer, 60);
  if (variablesOf(footer).length === 0) return long;
  return [...long, { field: "footer", kind: "advice", text: "Meta allows no variable in the footer." }];
}

/** Numbered from 1 without gaps, or all of them named; every brace closed. */
function checkVariables(field: string, text: string, { format }: TemplateDraft): readonly Check[] {
  const advise = (sentence: string): Check => ({ field, kind: "advice", text: sentence });
  const variables = variablesOf(text);
  const rest = text.replaceAll(/\{\{\s*[A-Za-z0-9_]+\s*\}\}/g, "");
  if (rest.includes("{{") || rest.includes("}}"))
    return [
      advise("A variable is written {{1}} or {{first_name}}: two braces on each side, nothing else between."),
    ];
  if (format === "NAMED") {
    const wrong = variables.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
    return wrong === undefined
      ? []
      : [advise(`{{${wrong}}} is no name: lower-case letters, digits and underscores, a letter first.`)];
  }
  const word = variables.find((name) => !/^\d+$/.test(name));
  if (word !== undefined)
    return [
      advise(`{{${word}}} is a name, but this template's parameters are numbered. Choose named parameters.`),
    ];
  const missing = variables.map((_, at) => String(at + 1)).find((number) => !variables.includes(number));
  return missing === undefined
    ? []
    : [advise(`Variables count from {{1}} without gaps: {{${missing}}} is missing.`)];
}
