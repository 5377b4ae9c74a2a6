import * as form from "../../../../ui/parts/form/fields";
import { itemList } from "../../../../ui/parts/form/item-list";
import { clockText } from "../../phone/clock";
import type { Template, TemplateButton, World } from "../../simulator/page";
import { variablesOf } from "../../template-text";
import { bodyAdvice, buttonsAdvice, headerAdvice, urlAdvice } from "./template-advice";
import * as parts from "./template-parts";

export const statuses: readonly form.Choice<Template["status"]>[] = [
  ["APPROVED", "Approved", "It can be sent."],
  ["PENDING", "Pending", "Meta is looking at it; sending it answers 132001."],
  ["REJECTED", "Rejected", "Sending it answers 132001."],
  ["PAUSED", "Paused", "For 3 hours, the second time for 6; sending it answers 132015."],
  ["DISABLED", "Disabled", "Paused three times; sending it answers 132016."],
  ["IN_APPEAL", "In appeal", "Meta looks at it again; sending it answers 132001."],
  ["PENDING_DELETION", "Being deleted", "Sending it answers 132001."],
  ["DELETED", "Deleted", "Sending it answers 132001."],
  ["LIMIT_EXCEEDED", "Over the limit", "One too many; sending it answers 132001."],
  ["ARCHIVED", "Archived", "Sending it answers 132001."],
];

export const categories: readonly form.Choice<Template["category"]>[] = [
  ["UTILITY", "Utility", "About something the person asked for or bought."],
  ["MARKETING", "Marketing", "Limited per person, and none reaches US numbers."],
  ["AUTHENTICATION", "Authentication", "One-time codes; none reaches India."],
];

const rejections: readonly form.Choice<Template["rejected_reason"]>[] = [
  ["NONE", "None given"],
  ...form.named("ABUSIVE_CONTENT", "INCORRECT_CATEGORY", "INVALID_FORMAT", "PROMOTIONAL", "SCAM"),
  ["TAG_CONTENT_MISMATCH", "Content does not fit"],
];

const formats: readonly form.Choice<Template["parameter_format"]>[] = [
  ["POSITIONAL", "Numbered, {{1}}", "Sent in order, without names."],
  ["NAMED", "Named, {{day}}", "Each parameter is sent with its parameter_name."],
];

const pacings: readonly form.Choice<"none" | "released" | "dropped">[] = [
  ["none", "Not paced", "Every message goes out at once."],
  ["released", "Paced, then released", "Later messages are held for quality, and go out when Meta decides."],
  [
    "dropped",
    "Paced, then dropped",
    "Later messages are held, then fail with 132015; the template is paused.",
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
  variablesOf(text).length > 0 ? `Meta allows no variable in ${place}.` : null;

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
    form.line("Address", target, {
      when: isA("URL"),
      most: 2000,
      needed: "A URL button needs an address.",
      advice: urlAdvice,
      input: { inputMode: "url" },
    }),
    form.line("Phone number", target, {
      when: isA("PHONE_NUMBER"),
      most: 20,
      advice: (text) =>
        /^\+?[\d ().-]+$/.test(text) ? null : "A phone button needs a number, as in +15550100142.",
      input: { inputMode: "tel" },
    }),
    form.line("Example address", example, {
      when: (draft) => isA("URL")(draft) && variablesOf(target.get(draft)).length > 0,
      wanted: "Meta wants an example of the whole address.",
    }),
    form.line("Example code", example, { when: isA("COPY_CODE"), wanted: "Meta wants an example code." }),
  ];
}

/** When a paused template resumes: `Resumes 2 Nov, 12:41:07, in 2 h 59 min.` @internal */
export function pauseWords({ pauses = [], clock }: World, id: string | null): string {
  const resumesAt = pauses.find(({ templateId }) => templateId === id)?.resumesAt ?? null;
  if (resumesAt === null) return "The pause begins when time passes.";
  if (resumesAt === "never") return "Its pacing failed: it stays paused until you set it to Approved.";
  const minutes = Math.max(0, Math.ceil((resumesAt - clock) / 60_000));
  return `Resumes ${clockText(resumesAt)}, in ${Math.floor(minutes / 60)} h ${minutes % 60} min.`;
}

/** Returns the fields of a template. `original` is its id, or `null` for a new one. */
export function templateFields(world: World, original: string | null): form.Fields<parts.EditedTemplate> {
  return [
    form.line("Name", form.trimmed(at("name")), {
      half,
      needed: "A template needs a name, such as order_update.",
      fits: [
        /^[a-z0-9_]{0,512}$/,
        "At most 512 lower-case letters, digits and underscores, as in order_update.",
      ],
      check: (_, { name, language }) =>
        world.templates.some((one) => one.name === name && one.language === language && one.id !== original)
          ? `There is a template ${name} in ${language} already. Change the name or the language.`
          : null,
    }),
    form.line("Language", form.trimmed(at("language")), {
      half,
      fits: [/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, "Type a language such as en or en_US, as Meta writes it."],
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
    form.whole("Messages that go out first", inPacing("freeMessages"), [0, 1_000_000], {
      when: isPaced,
      half,
      hint: "Later ones are held.",
    }),
    form.whole("Minutes until Meta decides", form.as(inPacing("holdMs"), minutes), [1, 24 * 60], {
      when: isPaced,
      half,
      hint: "Counted from the first message that is held, in simulated time.",
    }),
    form.choice(
      "Header",
      parts.headerFormat,
      form.named("NONE", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"),
    ),
    form.line("Header text", parts.headerText, {
      when: isText,
      most: 60,
      needed: "A text header needs a text.",
      advice: headerAdvice,
    }),
    (draft) =>
      isText(draft)
        ? [
            form.line("Example of the header's variable", parts.headerExample, {
              when: (draft) => headerVariable(draft) !== undefined,
              wanted: `Meta wants an example for {{${headerVariable(draft)}}}.`,
            }),
          ]
        : [],
    form.line("Example of the medium", parts.headerExample, {
      when: (draft) => ["IMAGE", "VIDEO", "DOCUMENT"].includes(parts.headerFormat.get(draft)),
      wanted: "Meta wants an example of the medium.",
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
          wanted: `Meta wants an example for {{${name}}}.`,
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
