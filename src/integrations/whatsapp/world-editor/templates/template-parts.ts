/** The parts of a template that its form edits. */

import type { Lens } from "../../../../ui/parts/form/fields";
import type { Pacing, Template, TemplateButton, TemplateComponent } from "../../simulator/page";
import { componentOf, variablesOf } from "../../template-text";

/** A template with its pacing, or `null` if it is not paced. */
export interface EditedTemplate extends Template {
  readonly pacing: Pacing | null;
}

type Header = Extract<TemplateComponent, { type: "HEADER" }>;
type TemplateLens<Part> = Lens<EditedTemplate, Part>;

const notPaced = { templateId: "", freeMessages: 3, accepted: 0, holdMs: 1_800_000, decidedAt: null };

export const pacing: TemplateLens<Pacing> = {
  id: "pacing",
  get: (draft) => draft.pacing ?? { ...notPaced, outcome: "released" },
  set: (draft, pacing) => ({ ...draft, pacing }),
};

export const pacingOutcome: TemplateLens<Pacing["outcome"] | "none"> = {
  id: "pacing",
  get: (draft) => draft.pacing?.outcome ?? "none",
  set: (draft, outcome) => ({
    ...draft,
    pacing: outcome === "none" ? null : { ...pacing.get(draft), outcome },
  }),
};

const order = ["HEADER", "BODY", "FOOTER", "BUTTONS"] as const;

function withComponent(
  draft: EditedTemplate,
  type: TemplateComponent["type"],
  component: TemplateComponent | null,
): EditedTemplate {
  const all = order.map((one) => (one === type ? component : (componentOf(draft, one) ?? null)));
  return { ...draft, components: all.filter((one) => one !== null) };
}

export const headerFormat: TemplateLens<Header["format"] | "NONE"> = {
  id: "header",
  get: (draft) => componentOf(draft, "HEADER")?.format ?? "NONE",
  set(draft, format) {
    if (format === "NONE") return withComponent(draft, "HEADER", null);
    const look = format === "TEXT" ? { format, text: "" } : { format };
    return withComponent(draft, "HEADER", { type: "HEADER", ...look });
  },
};

export const headerText: TemplateLens<string> = {
  id: "headerText",
  get(draft) {
    const header = componentOf(draft, "HEADER");
    return header?.format === "TEXT" ? header.text : "";
  },
  set: (draft, text) => withHeader(draft, text, headerExample.get(draft)),
};

/** An example of the header's variable, or the handle of its medium. */
export const headerExample: TemplateLens<string> = {
  id: "headerExample",
  get(draft) {
    const header = componentOf(draft, "HEADER");
    if (header === undefined || header.format === "LOCATION") return "";
    if (header.format !== "TEXT") return header.example?.header_handle[0] ?? "";
    return header.example?.header_text?.[0] ?? header.example?.header_text_named_params?.[0]?.example ?? "";
  },
  set: (draft, example) => withHeader(draft, headerText.get(draft), example),
};

function withHeader(draft: EditedTemplate, text: string, given: string): EditedTemplate {
  const format = headerFormat.get(draft);
  const [variable] = variablesOf(text);
  if (format === "NONE" || format === "LOCATION") return draft;
  if (format !== "TEXT") {
    const example = given === "" ? {} : { example: { header_handle: [given] } };
    return withComponent(draft, "HEADER", { type: "HEADER", format, ...example });
  }
  const plain = { type: "HEADER", format, text } as const;
  if (variable === undefined || given === "") return withComponent(draft, "HEADER", plain);
  const example =
    draft.parameter_format === "NAMED"
      ? { header_text_named_params: [{ param_name: variable, example: given }] }
      : { header_text: [given] };
  return withComponent(draft, "HEADER", { ...plain, example });
}

export const bodyText: TemplateLens<string> = {
  id: "body",
  get: (draft) => componentOf(draft, "BODY")?.text ?? "",
  set: (draft, text) => withBody(draft, text, bodyExamples(draft)),
};

/** The example of one of the body's variables. */
export const bodyExample = (name: string): TemplateLens<string> => ({
  id: `example.${name}`,
  get: (draft) => bodyExamples(draft).get(name) ?? "",
  set: (draft, example) =>
    withBody(draft, bodyText.get(draft), new Map([...bodyExamples(draft), [name, example]])),
});

/** The examples of the body's variables, by name. */
export function bodyExamples(draft: EditedTemplate): ReadonlyMap<string, string> {
  const given = componentOf(draft, "BODY")?.example;
  if (draft.parameter_format === "NAMED")
    return new Map(given?.body_text_named_params?.map((one) => [one.param_name, one.example]));
  return new Map(given?.body_text?.[0]?.map((example, at) => [String(at + 1), example]));
}

function withBody(
  draft: EditedTemplate,
  text: string,
  examples: ReadonlyMap<string, string>,
): EditedTemplate {
  const { example: _, ...rest } = componentOf(draft, "BODY") ?? { type: "BODY" };
  const body = { ...rest, text };
  const variables = variablesOf(text);
  const of = (name: string) => examples.get(name) ?? "";
  if (variables.every((name) => of(name) === "")) return withComponent(draft, "BODY", body);
  const numbered = variables.toSorted((one, other) => Number(one) - Number(other));
  const example =
    draft.parameter_format === "NAMED"
      ? { body_text_named_params: variables.map((name) => ({ param_name: name, example: of(name) })) }
      : { body_text: [numbered.map(of)] };
  return withComponent(draft, "BODY", { ...body, example });
}

/** The parameter format. Changing it rewrites the examples. */
export const parameterFormat: TemplateLens<Template["parameter_format"]> = {
  id: "format",
  get: (draft) => draft.parameter_format,
  set(draft, parameter_format) {
    const next = withBody({ ...draft, parameter_format }, bodyText.get(draft), bodyExamples(draft));
    return withHeader(next, headerText.get(draft), headerExample.get(draft));
  },
};

export const footerText: TemplateLens<string> = {
  id: "footer",
  get: (draft) => componentOf(draft, "FOOTER")?.text ?? "",
  set(draft, text) {
    const { text: _, ...rest } = componentOf(draft, "FOOTER") ?? { type: "FOOTER" };
    const isEmpty = text === "" && rest.code_expiration_minutes === undefined;
    return withComponent(draft, "FOOTER", isEmpty ? null : { ...rest, ...(text === "" ? {} : { text }) });
  },
};

export const buttons: TemplateLens<readonly TemplateButton[]> = {
  id: "buttons",
  get: (draft) => componentOf(draft, "BUTTONS")?.buttons ?? [],
  set: (draft, all) =>
    withComponent(draft, "BUTTONS", all.length === 0 ? null : { type: "BUTTONS", buttons: all }),
};

export const buttonType: Lens<TemplateButton, TemplateButton["type"]> = {
  id: "type",
  get: ({ type }) => type,
  set({ text }, type) {
    if (type === "URL") return { type, text, url: "" };
    return type === "PHONE_NUMBER" ? { type, text, phone_number: "" } : { type, text };
  },
};

/** The address of a URL button, or the number of a phone button. */
export const buttonTarget: Lens<TemplateButton, string> = {
  id: "value",
  get: (button) =>
    button.type === "URL" ? button.url : button.type === "PHONE_NUMBER" ? button.phone_number : "",
  set(button, target) {
    if (button.type === "PHONE_NUMBER") return { ...button, phone_number: target };
    if (button.type !== "URL") return button;
    const { example = [], ...rest } = { ...button, url: target };
    return example.length === 0 || variablesOf(target).length === 0 ? rest : { ...rest, example };
  },
};

/** An example of a URL with its variable filled in, or of the code that is copied. */
export const buttonExample: Lens<TemplateButton, string> = {
  id: "example",
  get: (button) => ("example" in button ? (button.example?.[0] ?? "") : ""),
  set(button, text) {
    if (button.type !== "URL" && button.type !== "COPY_CODE") return button;
    const { example: _, ...rest } = button;
    return text === "" ? rest : { ...rest, example: [text] };
  },
};
