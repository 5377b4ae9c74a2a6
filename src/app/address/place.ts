/**
 * Places of the page and their addresses: `#docs/errors`, `#phone/15551234567`, `#example/send-a-message`, `#calls`, and
 * `?lesson=templates`. What follows `#` never reaches a server, and changing it loads nothing.
 */
import { type LessonAddress, readLessonAddress, withoutLesson } from "../../lessons/lesson-link";

/** A place the page can go to. */
export type PagePlace =
  | { readonly kind: "view"; readonly view: PlainView }
  /** `page`: its name, or anything else that `readDoc` understands. */
  | { readonly kind: "docs"; readonly page: string }
  /** `chat`: its key (`IntegrationViews.places`); empty for the list. */
  | { readonly kind: "phone"; readonly chat: string }
  | { readonly kind: "example"; readonly id: string }
  /** `search`: the query of a link to the lesson. */
  | { readonly kind: "lesson"; readonly search: string; readonly asked: LessonAddress };

/** Views with an address of one word. */
const PLAIN_VIEWS = ["scripts", "code", "console", "calls", "accounts"] as const;
type PlainView = (typeof PLAIN_VIEWS)[number];

/** The view, if its address is one word; else `null`. */
export function plainView(view: string): PlainView | null {
  return PLAIN_VIEWS.find((one) => one === view) ?? null;
}

/**
 * Reads the place that an address names. Returns `"none"` if it names none or carries a script (`share/link`), and
 * `"unknown"` if the fragment is not one of ours.
 */
export function readPlace({
  search,
  hash,
}: {
  search: string;
  hash: string;
}): PagePlace | "none" | "unknown" {
  if (hash.startsWith("#s=")) return "none";
  if (hash.length < 2) {
    const asked = readLessonAddress(search);
    return asked.lesson === null ? "none" : { kind: "lesson", search, asked };
  }
  const [, kind = "", rest = ""] = /^#([a-z]+)(?:\/(.*))?$/s.exec(decoded(hash)) ?? [];
  if (kind === "docs" && rest !== "") return { kind, page: rest };
  if (kind === "phone") return { kind, chat: rest };
  if (kind === "example" && rest !== "") return { kind, id: rest };
  const view = rest === "" ? plainView(kind) : null;
  return view === null ? "unknown" : { kind: "view", view };
}

/** Query and fragment of a place, to append to the page's path. */
export function placeAddress(place: PagePlace): string {
  switch (place.kind) {
    case "view":
      return `#${place.view}`;
    case "docs":
      return `#docs/${encodeURI(place.page)}`;
    case "phone":
      return place.chat === "" ? "#phone" : `#phone/${encodeURI(place.chat)}`;
    case "example":
      return `#example/${encodeURI(place.id)}`;
    case "lesson":
      return place.search;
  }
}

/** Path, query and fragment of a place's address. Other parameters in the page's own query are kept. */
export function fullAddress(address: string, page: { pathname: string; search: string }): string {
  const query = address.startsWith("#") ? withoutLesson(page.search) : "";
  return page.pathname + query + address;
}

/** Programs that pass links on often escape more than necessary. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
