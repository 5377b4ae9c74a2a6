import type { Template, TemplateButton, TemplateComponent } from "../../world/template";

type Header = Extract<TemplateComponent, { type: "HEADER" }>;

/** A ready-made world's description of a template. The rest is the same for all of them. */
interface TemplateDraft {
  readonly name: string;
  readonly language?: string;
  /** Default: `UTILITY`. */
  readonly category?: Template["category"];
  /** Default: `APPROVED`. */
  readonly status?: Template["status"];
  readonly quality?: Template["quality_score"]["score"];
  readonly rejected?: Template["rejected_reason"];
  readonly header?: Header;
  readonly body: string;
  /** Examples of the body's variables: in order, or by name. */
  readonly examples?: readonly string[] | Readonly<Record<string, string>>;
  readonly footer?: string;
  readonly buttons?: readonly TemplateButton[];
}

/** Meta's own template, which every WhatsApp Business Account starts with. */
export const hello: TemplateDraft = {
  name: "hello_world",
  header: { type: "HEADER", format: "TEXT", text: "Hello World" },
  body: "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.",
  footer: "WhatsApp Business Platform sample message",
};

/** An authentication template with the body and the copy-code button that Meta gives it. */
export function oneTimeCode(name: string, footer?: string): TemplateDraft {
  const url = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp";
  return {
    name,
    category: "AUTHENTICATION",
    body: "*{{1}}* is your verification code. For your security, do not share this code.",
    examples: ["493027"],
    ...(footer === undefined ? {} : { footer }),
    buttons: [{ type: "URL", text: "Copy code", url: `${url}{{1}}`, example: [`${url}493027`] }],
  };
}

/** A media header, with its example. */
export function medium(format: "IMAGE" | "VIDEO" | "DOCUMENT", example: string): Header {
  return { type: "HEADER", format, example: { header_handle: [example] } };
}

/** Buttons that answer with their label. */
export function replies(...labels: readonly string[]): readonly TemplateButton[] {
  return labels.map((text) => ({ type: "QUICK_REPLY", text }));
}

interface Look {
  /** The id of the oldest. */
  readonly firstId: number;
  /** For templates that name none. Default: `en_US`. */
  readonly language?: string;
}

/** The templates, oldest first. */
export function templatesOf(
  { firstId, language = "en_US" }: Look,
  drafts: readonly TemplateDraft[],
): readonly Template[] {
  return drafts.map((draft, at) => ({
    name: draft.name,
    parameter_format: isNamed(draft.examples) ? "NAMED" : "POSITIONAL",
    components: [
      ...(draft.header === undefined ? [] : [draft.header]),
      { type: "BODY", text: draft.body, ...exampleOf(draft.examples) },
      ...(draft.footer === undefined ? [] : [{ type: "FOOTER" as const, text: draft.footer }]),
      ...(draft.buttons === undefined ? [] : [{ type: "BUTTONS" as const, buttons: draft.buttons }]),
    ],
    language: draft.language ?? language,
    status: draft.status ?? "APPROVED",
    category: draft.category ?? "UTILITY",
    id: String(firstId + at * 10_007),
    quality_score: { score: draft.quality ?? "UNKNOWN", date: 1_788_000_000 + at * 86_400 },
    rejected_reason: draft.rejected ?? "NONE",
  }));
}

function isNamed(examples: TemplateDraft["examples"]): examples is Readonly<Record<string, string>> {
  return examples !== undefined && !Array.isArray(examples);
}

/** Meta's two shapes of examples: an array of arrays, or name and example. */
function exampleOf(examples: TemplateDraft["examples"]) {
  if (examples === undefined) return {};
  if (!isNamed(examples)) return { example: { body_text: [[...examples]] } };
  const named = Object.entries(examples).map(([name, example]) => ({ param_name: name, example }));
  return { example: { body_text_named_params: named } };
}
