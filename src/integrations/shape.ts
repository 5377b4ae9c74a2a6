import type { Field, Shape } from "./catalog";

/** Describes what a function returns. */
export const shape = {
  string: (description?: string): Shape => described({ kind: "string" }, description),
  integer: (description?: string): Shape => described({ kind: "integer" }, description),
  boolean: (description?: string): Shape => described({ kind: "boolean" }, description),
  oneOf: (values: readonly string[], description?: string): Shape =>
    described({ kind: "string", values }, description),
  list: (items: Shape, description?: string): Shape => described({ kind: "array", items }, description),
  object: (fields: Readonly<Record<string, Field>>, description?: string): Shape =>
    described({ kind: "object", fields }, description),
  /** A field that a response may lack. */
  optional: (field: Shape): Field => ({ ...field, optional: true }),
};

function described(shape: Shape, description: string | undefined): Shape {
  return description === undefined ? shape : { ...shape, description };
}
