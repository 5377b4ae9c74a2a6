/** HTML that puts a script on another site's page. */

/** Sizes every embed of its page, in answer to what they post (`src/embed/tell-height.ts`). */
const SIZING = `<script>
  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "lua-agent-playground.height") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source) frame.style.height = data.height + "px";
    }
  });
</script>`;

/**
 * A frame with the script, and the script that sizes it (once a page is enough).
 *
 * @param page address of `embed.html`
 * @param fragment what `linkFragment` gave
 * @param name the script's name, for screen readers
 * @param source the text, whose lines say how tall the frame begins
 */
export function embedSnippet(page: string, fragment: string, name: string, source: string): string {
  const lines = Math.min(40, source.trimEnd().split("\n").length);
  const height = 70 + 19 * lines;
  const title = escapeAttribute(`Lua example: ${name}`);
  const src = escapeAttribute(`${page}${fragment}`);
  return `<iframe src="${src}" title="${title}" loading="lazy"
  style="width: 100%; height: ${height}px; border: 0"></iframe>
${SIZING}
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
