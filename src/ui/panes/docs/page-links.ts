import type { DocPage } from "../../../docs/pages";

/**
 * The page that a piece of inline code or a link's target speaks of: a page's name, with or without `#` or `app.` in
 * front, or a function by its name or signature (`send_message`, `send_message({ to, body })`). Null when none.
 */
export function pageFor(text: string, pages: readonly DocPage[]): string | null {
  const wanted = text
    .trim()
    .replace(/^#/, "")
    .replace(/\(.*\)$/s, "")
    .replace(/^app\./, "");
  if (wanted === "") return null;
  const exact = pages.find((page) => page.name === wanted);
  if (exact !== undefined) return exact.name;
  const byTitle = pages.find((page) => page.kind === "function" && page.name.endsWith(`.${wanted}`));
  return byTitle?.name ?? null;
}
