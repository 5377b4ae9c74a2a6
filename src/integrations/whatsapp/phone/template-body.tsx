import { FileText, Image, MapPin, Video } from "lucide";
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
