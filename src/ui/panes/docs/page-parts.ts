import { parser, type Token } from "marked";
import type { DocPage } from "../../../docs/docs";
import { readMarkdown } from "../../../shared/read-markdown";

/** A part of a page: HTML made from Markdown, not yet sanitized, or a Lua example. */
type PagePart =
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "lua"; readonly source: string; readonly title: string };

/**
 * Splits a page's Markdown (GFM) at its Lua blocks. Headings go one level down, since the page's own title is above them. A
 * block's `title` is the nearest heading before it, as plain text. Throws a `MarkdownProblem` if the text would freeze the
 * page.
 */
export function pageParts(markdown: string): readonly PagePart[] {
  const parts: PagePart[] = [];
  let run: Token[] = [];
  let title = "Example";
  const flush = () => {
    if (run.length > 0) parts.push({ kind: "html", html: parser(run) });
    run = [];
  };
  for (const token of readMarkdown(markdown)) {
    if (token.type === "heading") {
      title = String(token.text);
      run.push({ ...token, depth: Math.min(6, Number(token.depth) + 1) });
    } else if (token.type === "code" && token.lang === "lua") {
      flush();
      parts.push({ kind: "lua", source: String(token.text), title });
    } else {
      run.push(token);
    }
  }
  flush();
  return parts;
}

/**
 * The page that inline code or a link target refers to: a page's name, with or without `#`, `#docs/` or `app.` in front, or a
 * function by name or signature (`send_message`, `send_message({ to, body })`). Returns `null` if there is none.
 */
export function pageFor(text: string, pages: readonly DocPage[]): string | null {
  const wanted = text
    .trim()
    .replace(/^#(?:docs\/)?/, "")
    .replace(/\(.*\)$/s, "")
    .replace(/^app\./, "");
  if (wanted === "") return null;
  const exact = pages.find((page) => page.name === wanted);
  if (exact !== undefined) return exact.name;
  const byTitle = pages.find((page) => page.kind === "function" && page.name.endsWith(`.${wanted}`));
  return byTitle?.name ?? null;
}
