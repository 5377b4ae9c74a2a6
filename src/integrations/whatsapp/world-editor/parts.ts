import type { WorldPart } from "../../views";
import type { Section } from "./editor-state";

/** The tabs of the world editor except the first, for the palette. */
export const worldParts: readonly (WorldPart & { readonly id: Section })[] = [
  { id: "contacts", title: "Edit contacts", noun: "contact", also: "people customers world" },
  { id: "templates", title: "Edit templates", noun: "template", also: "messages world" },
  { id: "faults", title: "Edit faults", noun: "fault", also: "errors failures rules world" },
  { id: "clock", title: "Edit clock", noun: null, also: "set simulated time world" },
];
