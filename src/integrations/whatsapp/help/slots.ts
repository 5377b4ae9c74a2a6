/** A template's placeholders, as the components that fill them. */

import type { TemplateInfo } from "../simulator/page";
import { componentOf, variablesOf } from "../template-text";

/** One value that a message supplies. */
export interface Slot {
  /** `{{1}}`, `{{first_name}}`, or what is shown or sent. */
  readonly title: string;
  /** Type of the parameter. */
  readonly kind: string;
  /** Its `parameter_name`, or `null` for positional parameters. */
  readonly name: string | null;
  /** The snippet's placeholder text. Default: the title. */
  readonly fill?: string;
}

/** One component of a message. */
export interface Component {
  readonly type: "header" | "body" | "button";
  /** For a button: its `sub_type`, place and label. */
  readonly button: { readonly subType: string; readonly index: number; readonly text: string } | null;
  readonly slots: readonly Slot[];
}

/** The components that a message with this template needs, in Meta's order. */
export function componentsNeeded(template: TemplateInfo): Component[] {
  const named = template.parameterFormat === "NAMED";
  const texts = (text: string): Slot[] =>
    variablesOf(text).map((placeholder) => ({
      title: `{{${placeholder}}}`,
      kind: "text",
      name: named ? placeholder : null,
    }));
  const header = componentOf(template, "HEADER");
  const body = componentOf(template, "BODY");
  const headerSlots =
    header === undefined
      ? []
      : header.format === "TEXT"
        ? texts(header.text)
        : [mediaSlot(header.format.toLowerCase())];
  const buttons = (componentOf(template, "BUTTONS")?.buttons ?? []).flatMap((button, index): Component[] => {
    const of = (subType: string, kind: string, title: string): Component => ({
      type: "button",
      button: { subType, index, text: button.text },
      slots: [{ title, kind, name: null }],
    });
    if (button.type === "URL")
      return variablesOf(button.url).length === 0 ? [] : [of("url", "text", button.url)];
    return button.type === "COPY_CODE" ? [of("copy_code", "coupon_code", "the code to copy")] : [];
  });
  return [
    { type: "header", button: null, slots: headerSlots } as const,
    { type: "body", button: null, slots: body === undefined ? [] : texts(body.text) } as const,
    ...buttons,
  ].filter(({ slots }) => slots.length > 0);
}

function mediaSlot(kind: string): Slot {
  return {
    title: kind,
    kind,
    name: null,
    fill: kind === "location" ? "Shop" : `https://example.com/${kind}`,
  };
}
