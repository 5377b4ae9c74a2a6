import type { Field, Parameter, Shape } from "../../catalog";
import { shape } from "../../shape";

const { string, optional, list, object } = shape;

const cursors = object({
  before: optional(string("Cursor of the first entry of this page.")),
  after: optional(string("Cursor of the last entry. Pass it as `after`.")),
});

/** Cursor paging as in Graph's responses (https://developers.facebook.com/docs/graph-api/results/). */
export const paging = optional(
  object(
    {
      cursors: optional(cursors),
      next: optional(string("Present if another page follows.")),
      previous: optional(string("Present if a page precedes this one.")),
    },
    "This page's position in the list.",
  ),
);

const contact = object({
  input: string("The number you passed."),
  wa_id: optional(string("Its WhatsApp ID, digits only. Can differ from the number (Brazil, Mexico).")),
  user_id: optional(string("Business-scoped user ID, if Meta returns one.")),
});

/** What `POST /messages` returns. `extra`: additional fields of `messages[i]`. */
export function sentAnswer(extra: Readonly<Record<string, Field>>): Shape {
  const message = object({ id: string("Message ID (`wamid.…`), at most 128 characters."), ...extra });
  return object({
    messaging_product: shape.oneOf(["whatsapp"]),
    contacts: list(contact, "The recipient (one entry)."),
    messages: list(message, "The accepted message (one entry)."),
  });
}

/** The page size of a list of `what`. */
export function limitParameter(what: string): Parameter {
  return {
    name: "limit",
    type: "integer",
    required: false,
    description: `How many ${what} per page.`,
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
  description: "The previous page's `paging.cursors.after`. Omit for the first page.",
  example: "page.paging.cursors.after",
};
