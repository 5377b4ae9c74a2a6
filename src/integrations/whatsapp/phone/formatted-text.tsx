import { Link } from "lucide";
import type { ComponentChildren } from "preact";
import { Icon } from "../../../ui/parts/icon";
import { firstLink, type Inline, parseWhatsAppText, type TextBlock } from "./whatsapp-text";

/** A message's text with WhatsApp's formatting. Addresses look like links but lead nowhere, since a script wrote them. */
export function FormattedText({ text }: { text: string }) {
  return (
    <div class="phone-text">
      {parseWhatsAppText(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: TextBlock }) {
  switch (block.kind) {
    case "paragraph":
      return <p>{inlines(block.inlines)}</p>;
    case "quote":
      return <blockquote>{inlines(block.inlines)}</blockquote>;
    case "bullets":
      return <ul>{items(block.items)}</ul>;
    case "numbers":
      return <ol start={block.start}>{items(block.items)}</ol>;
  }
}

function items(all: readonly (readonly Inline[])[]): ComponentChildren {
  return all.map((item, index) => <li key={index}>{inlines(item)}</li>);
}

function inlines(all: readonly Inline[]): ComponentChildren {
  return all.map((one, index) => <InlineView key={index} inline={one} />);
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case "text":
      return <>{inline.text}</>;
    case "code":
    case "mono":
      return <code class={`phone-${inline.kind}`}>{inline.text}</code>;
    case "link":
      return <span class="phone-link">{inline.text}</span>;
    case "bold":
      return <strong>{inlines(inline.children)}</strong>;
    case "italic":
      return <em>{inlines(inline.children)}</em>;
    case "strike":
      return <s>{inlines(inline.children)}</s>;
  }
}

/** The preview that `preview_url` asks for, made from the address alone: nothing is fetched. */
export function LinkCard({ text }: { text: string }) {
  const address = firstLink(text);
  if (address === null) return null;
  const { hostname, pathname } = new URL(address);
  return (
    <div class="phone-card">
      <Icon node={Link} size={18} />
      <span>
        <strong>{titleOf(pathname) ?? hostname}</strong>
        <span class="phone-card-host">{hostname}</span>
      </span>
    </div>
  );
}

/** The last part of a path as words: `/tea/green-tea_2.html` is `green tea 2`; null for a bare host. */
function titleOf(pathname: string): string | null {
  const last = pathname.split("/").findLast((part) => part !== "");
  if (last === undefined) return null;
  let words = last;
  try {
    words = decodeURIComponent(last);
  } catch {
    // Not valid percent-encoding: kept unchanged.
  }
  return (
    words
      .replace(/\.\w{1,5}$/, "")
      .replaceAll(/[-_+]+/g, " ")
      .trim() || null
  );
}
