import { Copy, ExternalLink, FileText, Image, MapPin, Phone, Reply, Video } from "lucide";
import { useState } from "preact/hooks";
import { Icon } from "../../../ui/parts/icon";
import type { Rendered } from "../simulator/page";
import { headerWords } from "./conversations";
import { FormattedText } from "./formatted-text";

const ICONS = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText, LOCATION: MapPin };

/** A template's header, body and footer with its parameters filled in. */
export function TemplateBody({ rendered: { header, body, footer } }: { rendered: Rendered }) {
  return (
    <>
      {header !== null && <Header header={header} />}
      <FormattedText text={body} />
      {footer !== null && <p class="phone-footer">{footer}</p>}
    </>
  );
}

function Header({ header }: { header: NonNullable<Rendered["header"]> }) {
  if (header.format === "TEXT") return <p class="phone-header">{header.text}</p>;
  const caption =
    header.format === "LOCATION"
      ? [header.name, header.address, `${header.latitude}, ${header.longitude}`]
      : [header.source];
  return (
    <div class={`phone-media phone-media-${header.format.toLowerCase()}`}>
      <Icon node={ICONS[header.format]} size={28} />
      <span class="phone-media-words">
        <strong>{headerWords[header.format]}</strong>
        {caption.map((line) => (line === null || line === "" ? null : <span key={line}>{line}</span>))}
      </span>
    </div>
  );
}

export const buttonIcons = { QUICK_REPLY: Reply, URL: ExternalLink, PHONE_NUMBER: Phone, COPY_CODE: Copy };

interface Props {
  readonly buttons: Rendered["buttons"];
  /** Why the customer cannot press them now, or `null` if they can. */
  readonly blocked: string | null;
  /** The customer presses the quick reply at `index`. */
  onReply(index: number): void;
}

/** A template's buttons: a quick reply sends a message, the others say what they would do on the customer's phone. */
export function TemplateButtons({ buttons, blocked, onReply }: Props) {
  const [said, setSaid] = useState("");
  return (
    <div class="phone-buttons">
      {buttons.map((button, index) => (
        <button
          key={index}
          type="button"
          class="phone-button"
          aria-disabled={blocked !== null}
          title={blocked ?? undefined}
          onClick={() => {
            if (blocked !== null) setSaid(blocked);
            else if (button.type === "QUICK_REPLY") {
              setSaid("");
              onReply(index);
            } else setSaid(buttonEffect(button.type, button.value));
          }}
        >
          <Icon node={buttonIcons[button.type]} size={14} />
          {button.text}
        </button>
      ))}
      <p class="phone-said" role="status">
        {said}
      </p>
    </div>
  );
}

/** Meta's address of a one-time password's button (authentication templates read back with it). */
const OTP = /^https:\/\/www\.whatsapp\.com\/otp\/code\//;

/** What a button other than a quick reply does on the customer's phone, in a sentence. `value`: address, number or code. */
export function buttonEffect(type: "URL" | "PHONE_NUMBER" | "COPY_CODE", value: string): string {
  if (type === "PHONE_NUMBER") return `On a phone this calls ${value}.`;
  if (type === "COPY_CODE") return `On a phone this copies the code ${value}.`;
  const code = OTP.test(value) && URL.canParse(value) ? new URL(value).searchParams.get("code") : null;
  if (code !== null) return `On a phone this copies the code ${code.replace(/^otp/, "")}.`;
  return `On a phone this opens ${value}.`;
}
