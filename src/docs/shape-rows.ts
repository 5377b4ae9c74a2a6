import type { Field, Shape } from "../integrations/catalog";

/** A value in a response, as a table row: its path in a script, its type, its description. */
export interface ShapeRow {
  /** `messages[i].id`; lists are counted with `i`. */
  readonly path: string;
  readonly type: string;
  /** Markdown; empty when the path says it all. */
  readonly description: string;
  /** A response may lack it or something that contains it. */
  readonly optional: boolean;
}

/** The values in a response, outer ones first. An object or list gets its own row only if it has a description. */
export function shapeRows(shape: Shape, path = "", optional = false): ShapeRow[] {
  const own: ShapeRow = { path, type: typeName(shape), description: descriptionOf(shape), optional };
  if (shape.kind === "object") {
    const inner = Object.entries(shape.fields).flatMap(([name, field]: [string, Field]) =>
      shapeRows(field, path === "" ? name : `${path}.${name}`, optional || field.optional === true),
    );
    return shape.description === undefined || path === "" ? inner : [own, ...inner];
  }
  if (shape.kind === "array") {
    const items = shapeRows(shape.items, `${path}[i]`, optional);
    return isScalar(shape.items) || shape.description !== undefined ? [own, ...items] : items;
  }
  return [own];
}

function isScalar(shape: Shape): boolean {
  return shape.kind !== "object" && shape.kind !== "array";
}

function typeName(shape: Shape): string {
  if (shape.kind === "object") return "table";
  return shape.kind === "array" ? "list" : shape.kind;
}

function descriptionOf(shape: Shape): string {
  const values =
    "values" in shape && shape.values !== undefined
      ? shape.values.map((value) => `\`${value}\``).join(", ")
      : "";
  const description = shape.description ?? "";
  if (values === "") return description;
  return description === "" ? values : `${description} One of ${values}.`;
}
