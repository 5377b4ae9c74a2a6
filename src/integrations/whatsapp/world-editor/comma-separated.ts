import type { Lens } from "../../../ui/parts/form/fields";

interface Item {
  show(item: string): string;
  /** Returns the item of one part of the text, or `null` if it is not one. */
  read(text: string): string | null;
  wrong(text: string): string;
}

/** A list as one line of text, with commas, semicolons or line breaks between its items. */
export function commaSeparated<T>(
  list: Lens<T, readonly string[]>,
  { show, read, wrong }: Item,
): Lens<T, string> {
  return {
    id: list.id,
    get: (value) => list.get(value).map(show).join(", "),
    set(value, text) {
      const items = new Set<string>();
      for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
        if (part === "") continue;
        const item = read(part);
        if (item === null) return wrong(part);
        items.add(item);
      }
      return list.set(value, [...items]);
    },
  };
}
