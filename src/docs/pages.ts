/** A page of the reference. `docs.read` gives its Markdown; the docs pane renders the same Markdown. */
export interface DocPage {
  /** `integrations.whatsapp.send_message`, `overview`, `errors`, … */
  readonly name: string;
  readonly title: string;
  /** One line for lists and search results. */
  readonly summary: string;
  readonly kind: "guide" | "namespace" | "function";
  /** The whole page as an agent reads it. */
  readonly markdown: string;
}
