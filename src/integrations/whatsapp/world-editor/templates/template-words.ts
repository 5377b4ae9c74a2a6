/** A template's values in plain words, and the filter of the list. */
import type { Template } from "../../simulator/world/template";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly means: string;
}

export const statuses: readonly Choice<Template["status"]>[] = [
  { value: "APPROVED", label: "Approved", means: "It can be sent." },
  { value: "PENDING", label: "Pending", means: "Meta is looking at it; sending it answers 132001." },
  { value: "REJECTED", label: "Rejected", means: "Sending it answers 132001." },
  { value: "PAUSED", label: "Paused", means: "For low quality; sending it answers 132015." },
  { value: "DISABLED", label: "Disabled", means: "Paused too often; sending it answers 132016." },
  { value: "IN_APPEAL", label: "In appeal", means: "Meta looks at it again; sending it answers 132001." },
  { value: "PENDING_DELETION", label: "Being deleted", means: "Sending it answers 132001." },
  { value: "DELETED", label: "Deleted", means: "Sending it answers 132001." },
  { value: "LIMIT_EXCEEDED", label: "Over the limit", means: "One too many; sending it answers 132001." },
  { value: "ARCHIVED", label: "Archived", means: "Sending it answers 132001." },
];

export const categories: readonly Choice<Template["category"]>[] = [
  { value: "UTILITY", label: "Utility", means: "About something the person asked for or bought." },
  { value: "MARKETING", label: "Marketing", means: "Limited per person, and none reaches US numbers." },
  { value: "AUTHENTICATION", label: "Authentication", means: "One-time codes; none reaches India." },
];

export const pacings: readonly Choice<"none" | "released" | "dropped">[] = [
  { value: "none", label: "Not paced", means: "Every message goes out at once." },
  {
    value: "released",
    label: "Paced, then released",
    means: "Later messages answer held_for_quality_assessment, and go out when Meta decides.",
  },
  {
    value: "dropped",
    label: "Paced, then dropped",
    means: "What was held fails with 132015 when Meta decides, and the template is paused.",
  },
];

export const formats: readonly Choice<Template["parameter_format"]>[] = [
  { value: "POSITIONAL", label: "Numbered, {{1}}", means: "Sent in order, without names." },
  {
    value: "NAMED",
    label: "Named, {{day}}",
    means: "Each parameter is sent with its parameter_name.",
  },
];

export const headers = [
  { value: "NONE", label: "None" },
  { value: "TEXT", label: "Text" },
  { value: "IMAGE", label: "Image" },
  { value: "VIDEO", label: "Video" },
  { value: "DOCUMENT", label: "Document" },
  { value: "LOCATION", label: "Location" },
] as const;

export const buttonTypes = [
  { value: "QUICK_REPLY", label: "Quick reply" },
  { value: "URL", label: "Open a page" },
  { value: "PHONE_NUMBER", label: "Call a number" },
  { value: "COPY_CODE", label: "Copy a code" },
] as const;

export const qualities = [
  { value: "UNKNOWN", label: "Unknown" },
  { value: "GREEN", label: "Green" },
  { value: "YELLOW", label: "Yellow" },
  { value: "RED", label: "Red" },
] as const;

export const rejections = [
  { value: "NONE", label: "None given" },
  { value: "ABUSIVE_CONTENT", label: "Abusive content" },
  { value: "INCORRECT_CATEGORY", label: "Incorrect category" },
  { value: "INVALID_FORMAT", label: "Invalid format" },
  { value: "PROMOTIONAL", label: "Promotional" },
  { value: "SCAM", label: "Scam" },
  { value: "TAG_CONTENT_MISMATCH", label: "Content does not fit" },
] as const;

/** What a value means; empty when the list does not say. */
export function meansOf<Value extends string>(choices: readonly Choice<Value>[], value: Value): string {
  return choices.find((choice) => choice.value === value)?.means ?? "";
}

/** The label of a value. */
export function labelOf<Value extends string>(
  choices: readonly { readonly value: Value; readonly label: string }[],
  value: Value,
): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

export interface TemplateFilter {
  /** Part of the name or the body. */
  readonly text: string;
  /** Empty: all. */
  readonly status: Template["status"] | "";
  readonly category: Template["category"] | "";
  readonly language: string;
}

/** The templates that fit all of a filter. */
export function filterTemplates(templates: readonly Template[], filter: TemplateFilter): readonly Template[] {
  const wanted = filter.text.trim().toLowerCase();
  return templates.filter(
    (template) =>
      (filter.status === "" || template.status === filter.status) &&
      (filter.category === "" || template.category === filter.category) &&
      (filter.language === "" || template.language === filter.language) &&
      (wanted === "" || textOf(template).includes(wanted)),
  );
}

function textOf(template: Template): string {
  const body = template.components.find((one) => one.type === "BODY");
  return `${template.name}\n${body?.text ?? ""}`.toLowerCase();
}
