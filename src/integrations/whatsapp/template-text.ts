/** `{{1}}` or `{{first_name}}`, with optional spaces inside. */
const placeholder = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The unique names of a template text's variables, in order of first appearance. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1] ?? ""))];
}

/** The text with its variables replaced. A variable without a value stays unchanged. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(placeholder, (whole, name: string) => values.get(name) ?? whole);
}

/** The template's component of one kind, or `undefined` if it has none. */
export function componentOf<Component extends { readonly type: string }, Kind extends Component["type"]>(
  { components }: { readonly components: readonly Component[] },
  kind: Kind,
): Extract<Component, { type: Kind }> | undefined {
  return components.find((one): one is Extract<Component, { type: Kind }> => one.type === kind);
}
