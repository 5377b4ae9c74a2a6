import type { TemplateInfo, TemplatePart } from "../world-data";

/** The names of a text's gaps in the order of their first appearance: `1`, `2`, or `first_name`. */
export function gapsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}

/** The template's part of one kind; undefined when it has none. */
export function partOf<Kind extends TemplatePart["type"]>(
  template: TemplateInfo,
  kind: Kind,
): Extract<TemplatePart, { type: Kind }> | undefined {
  return template.components.find(
    (part): part is Extract<TemplatePart, { type: Kind }> => part.type === kind,
  );
}

/** `{{1}} and {{2}}`, for messages. */
export function gapList(names: readonly string[]): string {
  return names.map((name) => `{{${name}}}`).join(", ");
}
