import { as, type Lens, Wrong } from "../../../ui/parts/form/fields";

/** A list as one line of text, with commas, semicolons or line breaks between its items. */
export function commaSeparated<T>(
  list: Lens<T, readonly string[]>,
  show: (item: string) => string,
  read: (text: string) => string | Wrong,
): Lens<T, string> {
  return as(list, {
    show: (items) => items.map(show).join(", "),
    read(text) {
      const items = text.split(/[,;\n]/).flatMap((one) => (one.trim() === "" ? [] : [read(one.trim())]));
      const wrong = items.find((one) => one instanceof Wrong);
      return wrong ?? [...new Set(items.filter((one) => typeof one === "string"))];
    },
  });
}
