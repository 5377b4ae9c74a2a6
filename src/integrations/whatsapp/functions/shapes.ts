import type { Field, Shape } from "../../catalog";

/** Cursor paging as Graph edges answer it (https://developers.facebook.com/docs/graph-api/results/). */
export const paging: Field = {
  kind: "object",
  description: "Where this page stands in the whole list.",
  optional: true,
  fields: {
    cursors: {
      kind: "object",
      optional: true,
      fields: {
        before: { kind: "string", optional: true, description: "Cursor of the first entry of this page." },
        after: {
          kind: "string",
          optional: true,
          description: "Cursor of the last entry: pass it as `after`.",
        },
      },
    },
    next: { kind: "string", optional: true, description: "There only when another page follows." },
    previous: {
      kind: "string",
      optional: true,
      description: "There only when a page comes before this one.",
    },
  },
};

const contacts: Field = {
  kind: "array",
  description: "The recipient, one entry.",
  items: {
    kind: "object",
    fields: {
      input: { kind: "string", description: "The number as you gave it." },
      wa_id: {
        kind: "string",
        optional: true,
        description:
          "The WhatsApp ID it belongs to, digits only. It can differ from the number (Brazil, Mexico).",
      },
      user_id: {
        kind: "string",
        optional: true,
        description: "Business-scoped user ID, when Meta gives one.",
      },
    },
  },
};

/** What `POST /messages` answers; `extra` are the further fields of `messages[i]`. */
export function sentAnswer(extra: Readonly<Record<string, Field>>): Shape {
  return {
    kind: "object",
    fields: {
      messaging_product: { kind: "string", values: ["whatsapp"] },
      contacts,
      messages: {
        kind: "array",
        description: "The message that was accepted, one entry.",
        items: {
          kind: "object",
          fields: {
            id: { kind: "string", description: "Message ID (`wamid.…`), at most 128 characters." },
            ...extra,
          },
        },
      },
    },
  };
}
