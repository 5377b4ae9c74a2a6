/** A template as typed, and as one of the world's. */
import { variablesOf } from "../../simulator/messages/variables";
import { randomFor } from "../../simulator/random";
import {
  componentOf,
  type Template,
  type TemplateButton,
  type TemplateComponent,
} from "../../simulator/world/template";
import type { World } from "../../simulator/world/world";
import { notPaced, type PacingDraft, pacingDraft } from "./pacing-draft";

type Header = Extract<TemplateComponent, { type: "HEADER" }>;
type Body = Extract<TemplateComponent, { type: "BODY" }>;

export interface ButtonDraft {
  /** Tells the buttons of one draft apart while they move. */
  readonly key: number;
  readonly type: TemplateButton["type"];
  readonly text: string;
  /** The address of a URL button, the number of a phone button. */
  readonly value: string;
  /** Of a URL's variable (the whole address), or the code that is copied. */
  readonly example: string;
}

export interface TemplateDraft {
  /** Of the template that is changed; null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly language: string;
  readonly category: Template["category"];
  readonly status: Template["status"];
  readonly format: Template["parameter_format"];
  readonly quality: Template["quality_score"]["score"];
  readonly rejected: Template["rejected_reason"];
  readonly header: Header["format"] | "NONE";
  readonly headerText: string;
  /** Of the text's variable, or a medium's handle. */
  readonly headerExample: string;
  readonly body: string;
  /** Examples of the body's variables, by name; those of variables that are gone stay for when they come back. */
  readonly examples: Readonly<Record<string, string>>;
  readonly footer: string;
  readonly buttons: readonly ButtonDraft[];
  readonly pacing: PacingDraft;
}

/** A new template's draft. */
export const newTemplate: TemplateDraft = {
  id: null,
  name: "",
  language: "en_US",
  category: "UTILITY",
  status: "APPROVED",
  format: "POSITIONAL",
  quality: "UNKNOWN",
  rejected: "NONE",
  header: "NONE",
  headerText: "",
  headerExample: "",
  body: "",
  examples: {},
  footer: "",
  buttons: [],
  pacing: notPaced,
};

/** The draft of one of the world's templates. */
export function templateDraft(world: World, template: Template): TemplateDraft {
  const header = componentOf(template, "HEADER");
  const body = componentOf(template, "BODY");
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    category: template.category,
    status: template.status,
    format: template.parameter_format,
    quality: template.quality_score.score,
    rejected: template.rejected_reason,
    header: header?.format ?? "NONE",
    headerText: header?.format === "TEXT" ? header.text : "",
    headerExample: headerExampleOf(header),
    body: body?.text ?? "",
    examples: body === undefined ? {} : bodyExamples(template, body),
    footer: componentOf(template, "FOOTER")?.text ?? "",
    buttons: (componentOf(template, "BUTTONS")?.buttons ?? []).map(buttonDraft),
    pacing: pacingDraft(world, template.id),
  };
}

/** A copy under another name, to be saved as a new template. */
export function duplicateDraft(world: World, template: Template): TemplateDraft {
  const taken = new Set(world.templates.map((one) => one.name));
  let name = `${template.name.slice(0, 500)}_copy`;
  for (let count = 2; taken.has(name); count += 1) name = `${template.name.slice(0, 500)}_copy${count}`;
  return { ...templateDraft(world, template), id: null, name };
}

/** The template that the draft says; what the editor does not show is taken from the template it began as. */
export function templateOf(world: World, draft: TemplateDraft): Template {
  const base = world.templates.find((one) => one.id === draft.id);
  const buttons = draft.buttons.map(buttonOf);
  return {
    ...base,
    name: draft.name.trim(),
    parameter_format: draft.format,
    components: [
      ...headerOf(draft),
      bodyOf(draft, base),
      ...footerOf(draft, base),
      ...(buttons.length === 0 ? [] : [{ type: "BUTTONS" as const, buttons }]),
    ],
    language: draft.language.trim(),
    status: draft.status,
    category: draft.category,
    id: base?.id ?? newId(world, draft),
    quality_score: { ...base?.quality_score, score: draft.quality },
    rejected_reason: draft.status === "REJECTED" ? draft.rejected : "NONE",
  };
}

/** Whether the button has an example: of its address's variable, or the code. */
export function needsExample(button: ButtonDraft): boolean {
  return button.type === "COPY_CODE" || (button.type === "URL" && variablesOf(button.value).length > 0);
}

function headerExampleOf(header: Header | undefined): string {
  if (header === undefined || header.format === "LOCATION") return "";
  if (header.format !== "TEXT") return header.example?.header_handle[0] ?? "";
  return header.example?.header_text?.[0] ?? header.example?.header_text_named_params?.[0]?.example ?? "";
}

function bodyExamples(template: Template, body: Body): Readonly<Record<string, string>> {
  const named = body.example?.body_text_named_params?.map((one) => [one.param_name, one.example] as const);
  const numbered = body.example?.body_text?.[0]?.map((example, at) => [String(at + 1), example] as const);
  return Object.fromEntries((template.parameter_format === "NAMED" ? named : numbered) ?? []);
}

function buttonDraft(button: TemplateButton, key: number): ButtonDraft {
  const { type, text } = button;
  const plain = { key, type, text, value: "", example: "" };
  if (button.type === "URL") return { ...plain, value: button.url, example: button.example?.[0] ?? "" };
  if (button.type === "PHONE_NUMBER") return { ...plain, value: button.phone_number };
  return button.type === "COPY_CODE" ? { ...plain, example: button.example?.[0] ?? "" } : plain;
}

function headerOf(draft: TemplateDraft): readonly Header[] {
  const { header, headerText: text, headerExample: example } = draft;
  if (header === "NONE") return [];
  if (header === "LOCATION") return [{ type: "HEADER", format: header }];
  if (header !== "TEXT") {
    return [{ type: "HEADER", format: header, ...(example && { example: { header_handle: [example] } }) }];
  }
  const [variable] = variablesOf(text);
  if (variable === undefined || example === "") return [{ type: "HEADER", format: header, text }];
  const given =
    draft.format === "NAMED"
      ? { header_text_named_params: [{ param_name: variable, example }] }
      : { header_text: [example] };
  return [{ type: "HEADER", format: header, text, example: given }];
}

function bodyOf(draft: TemplateDraft, base: Template | undefined): Body {
  const before = base && componentOf(base, "BODY");
  const security = before?.add_security_recommendation;
  const variables = variablesOf(draft.body);
  const exampleOf = (name: string) =>
    Object.hasOwn(draft.examples, name) ? (draft.examples[name] ?? "") : "";
  const body: Body = {
    type: "BODY",
    text: draft.body,
    ...(security === undefined ? {} : { add_security_recommendation: security }),
  };
  if (variables.every((name) => exampleOf(name) === "")) return body;
  if (draft.format === "NAMED") {
    const given = variables.map((name) => ({ param_name: name, example: exampleOf(name) }));
    return { ...body, example: { body_text_named_params: given } };
  }
  const numbers = variables.toSorted((one, other) => Number(one) - Number(other));
  return { ...body, example: { body_text: [numbers.map(exampleOf)] } };
}

function footerOf(draft: TemplateDraft, base: Template | undefined): readonly TemplateComponent[] {
  const minutes = base && componentOf(base, "FOOTER")?.code_expiration_minutes;
  if (draft.footer === "" && minutes === undefined) return [];
  return [
    {
      type: "FOOTER",
      ...(draft.footer === "" ? {} : { text: draft.footer }),
      ...(minutes === undefined ? {} : { code_expiration_minutes: minutes }),
    },
  ];
}

function buttonOf(draft: ButtonDraft): TemplateButton {
  const { type, text, value } = draft;
  const example = needsExample(draft) && draft.example !== "" ? { example: [draft.example] } : {};
  switch (type) {
    case "QUICK_REPLY":
      return { type, text };
    case "URL":
      return { type, text, url: value, ...example };
    case "PHONE_NUMBER":
      return { type, text, phone_number: value };
    case "COPY_CODE":
      return { type, text, ...example };
  }
}

/** Sixteen digits drawn from the world's seed, as long as Meta's ids, that no template has yet. */
function newId(world: World, draft: TemplateDraft): string {
  const taken = new Set(world.templates.map((one) => one.id));
  for (let attempt = 0; ; attempt += 1) {
    const id = `1${randomFor(world.seed, "template", draft.name, draft.language, attempt).text("0123456789", 15)}`;
    if (!taken.has(id)) return id;
  }
}
