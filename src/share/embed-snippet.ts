/** HTML that puts an embed on another site's page. */

/**
 * The script for all embeds of a page: sizes each by the height it posts (`src/embed/tell-height.ts`), and tells it the page's
 * `color-scheme`, now and whenever an attribute of the root changes. Embeds with a theme in their address keep it.
 */
const SCRIPT = `<script>
  {
    const frames = () => [...document.querySelectorAll('iframe[src*="/embed"]')];
    const colour = (frame) => {
      const theme = getComputedStyle(frame).colorScheme;
      if (!/^(light|dark)$/.test(theme) || /[?&]theme=/.test(frame.src)) return;
      frame.contentWindow.postMessage({ type: "lua-agent-playground.theme", theme }, "*");
    };
    addEventListener("message", ({ data, source }) => {
      if (data?.type !== "lua-agent-playground.height") return;
      const frame = frames().find((one) => one.contentWindow === source);
      if (frame === undefined) return;
      frame.style.height = data.height + "px";
      colour(frame);
    });
    new MutationObserver(() => frames().forEach(colour)).observe(document.documentElement, { attributes: true });
  }
</script>
`;

interface SnippetParts {
  /** The address of `embed.html`, with query and fragment. */
  readonly address: string;
  /** The embed's name, for screen readers. */
  readonly title: string;
  /** Lines shown, which say how tall the frame begins. */
  readonly lines: number;
  /** Whether to add the script that sizes and colours the frame in every browser (once a page is enough). */
  readonly withScript: boolean;
}

/**
 * A frame with the embed. In browsers with `frame-sizing`, it is as tall as its contents. Others use the first height, or at
 * least that much if they have `calc-size`.
 */
export function embedSnippet({ address, title, lines, withScript }: SnippetParts): string {
  const height = 70 + 19 * Math.min(40, lines);
  const size = `height: ${height}px; height: calc-size(auto, max(${height}px, size)); frame-sizing: content-height`;
  return `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(`Lua example: ${title}`)}" loading="lazy"
  style="width: 100%; ${size}; border: 0"></iframe>
${withScript ? SCRIPT : ""}`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
