import * as form from "../../../../ui/parts/form/fields";
import { itemList } from "../../../../ui/parts/form/item-list";
import { clockText } from "../../phone/clock";
import type { Template, TemplateButton, World } from "../../simulator/page";
import { variablesOf } from "../../template-text";
import { bodyAdvice, buttonsAdvice, headerAdvice, urlAdvice } from "./template-advice";
import * as parts from "./template-parts";

export const statuses: readonly form.Choice<Template["status"]>[] = [
  ["APPROVED", "Approved", "Can be sent."],
  ["PENDING", "Pending", "In review. Sending fails with 132001."],
  ["REJECTED", "Rejected", "Sending fails with 132001."],
  ["PAUSED", "Paused", "For 3 hours, the second time for 6. Sending fails with 132015."],
  ["DISABLED", "Disabled", "Paused three times. Sending fails with 132016."],
  ["IN_APPEAL", "In appeal", "In review again. Sending fails with 132001."],
  ["PENDING_DELETION", "Being deleted", "Sending fails with 132001."],
  ["DELETED", "Deleted", "Sending fails with 132001."],
  ["LIMIT_EXCEEDED", "Over the limit", "Too many templates. Sending fails with 132001."],
  ["ARCHIVED", "Archived", "Sending fails with 132001."],
];

export const categories: readonly form.Choice<Template["category"]>[] = [
  ["UTILITY", "Utility", "Related to an order or request."],
  ["MARKETING", "Marketing", "Limited per person. Not delivered to US numbers."],
  ["AUTHENTICATION", "Authentication", "One-time codes. Not delivered in India."],
];

const rejections: readonly form.Choice<Template["rejected_reason"]>[] = [
  ["NONE", "None given"],
  ...form.named("ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "INVALID_FORMAT", "PROMOTIONAL", "SCAM"),
  ["TAG_CONTENT_MISMATCH", "Content doesn't match the category"],
];

const formats: readonly form.Choice<Template["parameter_format"]>[] = [
  ["POSITIONAL", "Numbered, {{1}}", "In order, unnamed."],
  ["NAMED", "Named, {{day}}", "Each parameter has a parameter_name."],
];

const pacings: readonly form.Choice<"none" | "released" | "dropped">[] = [
  ["none", "Not paced", "Messages go out immediately."],
  ["released", "Paced, then released", "Later messages are held until Meta releases them."],
  [
    "dropped",
    "Paced, then dropped",
    "Later messages are held, then fail with 132015. The template is paused.",
  ],
];

const buttonTypes: readonly form.Choice<TemplateButton["type"]>[] = [
  ["QUICK_REPLY", "Quick reply"],
  ["URL", "Open a page"],
  ["PHONE_NUMBER", "Call a number"],
  ["COPY_CODE", "Copy a code"],
];

const at = form.lensOf<parts.EditedTemplate>();
const inPacing = form.within(parts.pacing);
const inQuality = form.within(at("quality_score"));
const minutes = { show: (ms: number) => Math.round(ms / 60_000), read: (typed: number) => typed * 60_000 };
const half = true;
const isPaced = ({ pacing }: parts.EditedTemplate) => pacing !== null;
const isText = (draft: parts.EditedTemplate) => parts.headerFormat.get(draft) === "TEXT";
const headerVariable = (draft: parts.EditedTemplate) => variablesOf(parts.headerText.get(draft))[0];
const noVariable = (place: string) => (text: string) =>
  variablesOf(text).length > 0 ? `Meta doesn't allow variables in ${place}.` : null;

function buttonFields(button: form.Lens<parts.EditedTemplate, TemplateButton>) {
  const isA = (type: TemplateButton["type"]) => (draft: parts.EditedTemplate) =>
    button.get(draft).type === type;
  const target = form.inside(button, parts.buttonTarget);
  const example = form.inside(button, parts.buttonExample);
  return [
    form.choice("What it does", form.inside(button, parts.buttonType), buttonTypes, { half }),
    form.line("Label", form.within(button)("text"), {
      half,
      most: 25,
      needed: "A button needs a label.",
      advice: noVariable("a label"),
    }),
    form.line("URL", target, {
      when: isA("URL"),
      most: 2000,
      needed: "A URL button needs a URL.",
      advice: urlAdvice,
      input: { inputMode: "url" },
    }),
    form.line("Phone number", target, {
      when: isA("PHONE_NUMBER"),
      most: 20,
      advice: (text) =>
        /^\+?[\d ().-]+$/.test(text) ? null : "A phone button needs a number, e.g. +15550100142.",
      input: { inputMode: "tel" },
    }),
    form.line("Example URL", example, {
      when: (draft) => isA("URL")(draft) && variablesOf(target.get(draft)).length > 0,
      wanted: "Add an example of the full URL.",
    }),
    form.line("Example code", example, { when: isA("COPY_CODE"), wanted: "Add an example code." }),
  ];
}

/** When a paused template resumes: `Resumes 2 Nov, 12:41:07, in 2 h 59 min.` @internal */
export function pauseWords({ pauses = [], clock }: World, id: string | null): string {
  const resumesAt = pauses.find(({ templateId }) => templateId === id)?.resumesAt ?? null;
  if (resumesAt === null) return "The pause starts when time passes.";
  if (resumesAt === "never") return "Pacing failed. It stays paused until you set it to Approved.";
  const minutes = Math.max(0, Math.ceil((resumesAt - clock) / 60_000));
  return `Resumes ${clockText(resumesAt)}, in ${Math.floor(minutes / 60)} h ${minutes % 60} min.`;
}

/** Returns the fields of a template. `original` is its id, or `null` for a new one. */
export function templateFields(world: World, original: string | null): form.Fields<parts.EditedTemplate> {
  return [
    form.line("Name", form.trimmed(at("name")), {
      half,
      needed: "A template needs a name, e.g. order_update.",
      fits: [/^[a-z0-9_]{0,512}$/, "Up to 512 lowercase letters, digits and underscores, e.g. order_update."],
      check: (_, { name, language }) =>
        world.templates.some((one) => one.name === name && one.language === language && one.id !== original)
          ? `There is already a template ${name} in ${language}. Change the name or language.`
          : null,
    }),
    form.line("Language", form.trimmed(at("language")), {
      half,
      fits: [/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, "Enter a language code, e.g. en or en_US."],
    }),
    form.choice("Category", at("category"), categories, { half }),
    form.choice("Status", at("status"), statuses, {
      half,
      hint: ({ status }) => (status === "PAUSED" ? pauseWords(world, original) : ""),
    }),
    form.choice("Reason", at("rejected_reason"), rejections, { when: ({ status }) => status === "REJECTED" }),
    form.choice("Quality", inQuality("score"), form.named("UNKNOWN", "GREEN", "YELLOW", "RED"), { half }),
    form.choice("Parameters", parts.parameterFormat, formats, { half }),
    form.choice("Pacing", parts.pacingOutcome, pacings),
    form.whole("Messages sent first", inPacing("freeMessages"), [0, 1_000_000], {
      when: isPaced,
      half,
      hint: "Later ones are held.",
    }),
    form.whole("Minutes until Meta decides", form.as(inPacing("holdMs"), minutes), [1, 24 * 60], {
      when: isPaced,
      half,
      hint: "From the first held message, in simulated time.",
    }),
    form.choice(
      "Header",
      parts.headerFormat,
      form.named("NONE", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"),
    ),
    form.line("Header text", parts.headerText, {
      when: isText,
      most: 60,
      needed: "A text header needs text.",
      advice: headerAdvice,
    }),
    (draft) =>
      isText(draft)
        ? [
            form.line("Example of the header's variable", parts.headerExample, {
              when: (draft) => headerVariable(draft) !== undefined,
              wanted: `Add an example for {{${headerVariable(draft)}}}.`,
            }),
          ]
        : [],
    form.line("Example media", parts.headerExample, {
      when: (draft) => ["IMAGE", "VIDEO", "DOCUMENT"].includes(parts.headerFormat.get(draft)),
      wanted: "Add example media.",
    }),
    form.area("Body", parts.bodyText, {
      rows: 5,
      most: 1024,
      needed: "A template needs a body.",
      hint: ({ parameter_format }) =>
        `Variables as ${parameter_format === "NAMED" ? "`{{first_name}}`" : "`{{1}}`, `{{2}}`"}; *bold*, _italic_, ~strike~.`,
      advice: bodyAdvice,
    }),
    (draft) =>
      variablesOf(parts.bodyText.get(draft)).map((name) =>
        form.line(`Example of {{${name}}}`, parts.bodyExample(name), {
          wanted: `Add an example for {{${name}}}.`,
        }),
      ),
    form.line("Footer", parts.footerText, { optional: true, most: 60, advice: noVariable("the footer") }),
    itemList(parts.buttons, {
      noun: "Button",
      most: 10,
      begin: { type: "QUICK_REPLY", text: "" },
      fields: buttonFields,
      advice: buttonsAdvice,
    }),
  ];
}
