/** A page of the reference. `docs.read` returns its Markdown, and the docs pane renders it. */
export interface DocPage {
  /** `integrations.whatsapp.send_message`, `overview`, `errors`, … */
  readonly name: string;
  readonly title: string;
  /** One line for lists and search results. */
  readonly summary: string;
  readonly kind: "guide" | "namespace" | "function";
  /** The whole page as an agent reads it. */
  readonly markdown: string;
  /** What no other page says, for the search; absent if that is the whole page. */
  readonly own?: string;
}

/** The table of contents as text: a line a page, `name: summary`. */
export function listDocs(pages: readonly DocPage[]): string {
  return pages.map(({ name, summary }) => `${name}: ${summary}`).join("\n");
}

/**
 * Looks up a page by name. Also understands `app.` at the start, an account before the function
 * (`integrations.whatsapp.support.send_message`), a tool's name (`whatsapp_send_message`) and a name without its beginning
 * (`send_message`, `whatsapp`). Returns `null` if there is no such page.
 */
export function readDoc(pages: readonly DocPage[], name: string): DocPage | null {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/^app\./, "");
  for (const candidate of spellings(wanted, pages)) {
    const page = pages.find((known) => known.name === candidate);
    if (page !== undefined) return page;
  }
  return null;
}

/** The full names that a name may stand for, the likeliest first. */
function spellings(wanted: string, pages: readonly DocPage[]): string[] {
  const found = [wanted, `integrations.${wanted}`];
  const last = wanted.split(".").at(-1) ?? "";
  for (const { name, kind } of pages) {
    if (kind !== "function") continue;
    const namespace = name.slice(0, name.lastIndexOf("."));
    const id = namespace.slice(namespace.lastIndexOf(".") + 1);
    const own = name.slice(namespace.length + 1);
    if (last !== own && last !== `${id}_${own}`) continue;
    const before = wanted.slice(0, -last.length).replace(/\.$/, "");
    // What precedes the function: nothing, the integration, or the integration and an account.
    const fits =
      before === "" ||
      before === id ||
      before === namespace ||
      /^[a-z_][a-z0-9_]*$/.test(afterPrefix(before, `${namespace}.`) ?? afterPrefix(before, `${id}.`) ?? "");
    if (fits) found.push(name);
  }
  return found;
}

function afterPrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}
