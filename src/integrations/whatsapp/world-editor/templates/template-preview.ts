/** A template with its examples filled in: what a contact would see. */
import { fillIn, variablesOf } from "../../simulator/messages/variables";
import type { TemplateDraft } from "./template-draft";

export interface Preview {
  /** Null: no header. A medium or a place is shown by its name. */
  readonly header: { readonly kind: TemplateDraft["header"]; readonly text: string } | null;
  readonly body: string;
  readonly footer: string;
  readonly buttons: readonly { readonly key: number; readonly label: string; readonly does: string }[];
}

const mediums = { IMAGE: "Image", VIDEO: "Video", DOCUMENT: "Document", LOCATION: "Map" } as const;

/** The preview of a draft; a variable without an example stays as it stands. */
export function previewOf(draft: TemplateDraft): Preview {
  const filled = new Map(Object.entries(draft.examples).filter(([, example]) => example !== ""));
  return {
    header: headerOf(draft),
    body: fillIn(draft.body, filled),
    footer: draft.footer,
    buttons: draft.buttons.map((button) => ({
      key: button.key,
      label: button.text === "" ? "…" : button.text,
      does: whatItDoes(button.type, button.value, button.example),
    })),
  };
}

function headerOf({ header, headerText, headerExample }: TemplateDraft): Preview["header"] {
  if (header === "NONE") return null;
  if (header !== "TEXT") return { kind: header, text: mediums[header] };
  const [variable] = variablesOf(headerText);
  const filled = variable === undefined || headerExample === "" ? [] : [[variable, headerExample] as const];
  return { kind: header, text: fillIn(headerText, new Map(filled)) };
}

function whatItDoes(type: TemplateDraft["buttons"][number]["type"], value: string, example: string): string {
  switch (type) {
    case "QUICK_REPLY":
      return "Replies with its label";
    case "URL":
      return `Opens ${variablesOf(value).length > 0 && example !== "" ? example : value}`;
    case "PHONE_NUMBER":
      return `Calls ${value}`;
    case "COPY_CODE":
      return example === "" ? "Copies the code" : `Copies ${example}`;
  }
}
