import type { Parameter } from "../../catalog";

/** The page size of a list of `what`. */
export function limitParameter(what: string): Parameter {
  return {
    name: "limit",
    type: "integer",
    required: false,
    description: `How many ${what} a page may hold.`,
    default: 100,
    minimum: 1,
    maximum: 1000,
    example: "50",
  };
}

/** Where a page begins. */
export const afterParameter: Parameter = {
  name: "after",
  type: "string",
  required: false,
  description: "Cursor of the page before, from its `paging.cursors.after`. Leave it out for the first page.",
  example: "page.paging.cursors.after",
};
