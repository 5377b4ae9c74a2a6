import type { Catalog, Shape } from "../../integrations/catalog";

const known = new WeakMap<Catalog, ReadonlyMap<Shape, string>>();

/** The docs page of the function that answers with a shape, or with a part of it; undefined for other shapes. */
export function answerPage(shape: Shape, catalog: Catalog): string | undefined {
  let pages = known.get(catalog);
  if (pages === undefined) {
    pages = collect(catalog);
    known.set(catalog, pages);
  }
  return pages.get(shape);
}

/** Parts that several functions share count as the first one's. */
function collect({ integrations }: Catalog): ReadonlyMap<Shape, string> {
  const pages = new Map<Shape, string>();
  const add = (shape: Shape, page: string) => {
    if (!pages.has(shape)) pages.set(shape, page);
    if (shape.kind === "array") add(shape.items, page);
    if (shape.kind === "object") for (const field of Object.values(shape.fields)) add(field, page);
  };
  for (const { id, functions } of integrations)
    for (const { name, answer } of functions) add(answer, `integrations.${id}.${name}`);
  return pages;
}
