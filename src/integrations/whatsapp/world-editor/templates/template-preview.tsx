import { Icon } from "../../../../ui/parts/icon";
import { buttonEffect, buttonIcons, TemplateBody } from "../../phone/template-view";
import type { Rendered } from "../../simulator/page";
import { fillIn, variablesOf } from "../../template-text";
import * as parts from "./template-parts";
import "../../phone/phone.css";
import "../../phone/message.css";

/** The message as the contact sees it, with the examples filled in. */
export function TemplatePreview({ draft }: { draft: parts.EditedTemplate }) {
  const rendered = previewOf(draft);
  return (
    <figure class="world-preview phone" aria-label="Preview">
      <figcaption class="note">Preview, with the examples filled in</figcaption>
      <div class="phone-bubble">
        <TemplateBody rendered={rendered} />
      </div>
      <ul class="phone-buttons" aria-label="Buttons">
        {rendered.buttons.map(({ type, text, value }, at) => {
          const does = type === "QUICK_REPLY" ? "Replies with its label." : buttonEffect(type, value);
          return (
            <li key={at} class="phone-button" title={does}>
              <Icon node={buttonIcons[type]} size={14} />
              {text}
              <span class="visually-hidden">. {does}</span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

/** Returns the draft with its examples filled in. A variable without an example stays unchanged. @internal */
export function previewOf(draft: parts.EditedTemplate): Rendered {
  const examples = [...parts.bodyExamples(draft)].filter(([, example]) => example !== "");
  return {
    header: headerOf(draft),
    body: fillIn(parts.bodyText.get(draft), new Map(examples)) || "…",
    footer: parts.footerText.get(draft) || null,
    buttons: parts.buttons.get(draft).map((button) => ({
      type: button.type,
      text: button.text || "…",
      value: parts.buttonExample.get(button) || parts.buttonTarget.get(button),
    })),
  };
}

function headerOf(draft: parts.EditedTemplate): Rendered["header"] {
  const format = parts.headerFormat.get(draft);
  const text = parts.headerText.get(draft);
  const example = parts.headerExample.get(draft);
  if (format === "NONE") return null;
  if (format === "LOCATION")
    return { format, latitude: 48.8584, longitude: 2.2945, name: "Location", address: null };
  if (format !== "TEXT") return { format, source: example };
  const filled = example === "" ? [] : variablesOf(text).map((name) => [name, example] as const);
  return { format, text: fillIn(text, new Map(filled)) };
}
