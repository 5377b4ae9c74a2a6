import { ExternalLink, FileText, Image, MapPin, Phone, Reply, Ticket, Video } from "lucide";
import { Icon } from "../../../../ui/parts/icon";
import { FormattedText } from "../../phone/formatted-text";
import type { TemplateButton } from "../../simulator/world/template";
import type { TemplateDraft } from "./template-draft";
import { previewOf } from "./template-preview";
import "../../phone/phone.css";

const mediumIcons = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText, LOCATION: MapPin } as const;

const buttonIcons: Readonly<Record<TemplateButton["type"], typeof Reply>> = {
  QUICK_REPLY: Reply,
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
  COPY_CODE: Ticket,
};

/** The message as the contact sees it, its variables filled with the examples. */
export function PreviewBubble({ draft }: { draft: TemplateDraft }) {
  const { header, body, footer, buttons } = previewOf(draft);
  return (
    <figure class="world-preview" aria-label="Preview">
      <figcaption class="note">Preview, with the examples filled in</figcaption>
      <div class="world-bubble phone">
        {header === null ? null : header.kind === "TEXT" || header.kind === "NONE" ? (
          <p class="world-bubble-head">{header.text}</p>
        ) : (
          <p class="world-bubble-medium">
            <Icon node={mediumIcons[header.kind]} size={28} />
            {header.text}
          </p>
        )}
        <FormattedText text={body === "" ? "…" : body} />
        {footer === "" ? null : <p class="world-bubble-foot">{footer}</p>}
        {buttons.length === 0 ? null : (
          <ul class="world-bubble-buttons" aria-label="Buttons">
            {buttons.map((button, at) => (
              <li key={button.key} title={button.does}>
                <Icon node={buttonIcons[draft.buttons[at]?.type ?? "QUICK_REPLY"]} size={14} />
                <span>{button.label}</span>
                <span class="visually-hidden">. {button.does}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </figure>
  );
}
