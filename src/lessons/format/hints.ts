/** The hints of `hints.md`: one a top-level list item, its further lines and code included. */
export function hintsOf(markdown: string): readonly string[] {
  return markdown
    .trim()
    .split(/^(?:[-*]|\d+\.) +/m)
    .slice(1)
    .map((hint) => hint.replace(/^ {2,3}/gm, "").trim())
    .filter((hint) => hint !== "");
}
