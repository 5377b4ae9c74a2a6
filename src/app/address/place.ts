/**
 * Places of the page and their addresses: `#docs/errors`, `#phone/15551234567`, `#example/send-a-message`, `#calls`, and
 * `?lesson=templates`. Behind `#`, nothing reaches a server and nothing is loaded anew.
 */
import { type LessonAddress, readLessonAddress, withoutLesson } from "../../lessons/lesson-link";

/** What the page can be sent to. */
export type PagePlace =
  | { readonly kind: "view"; readonly view: PlainView }
  /** `page`: its name; one that `readDoc` understands is good enough. */
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
 * Reads the place that an address names. `"none"` if it names none or carries a script (`share/link`), `"unknown"` if its
 * fragment is not one of ours.
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

/** Query and fragment of a place, to be put behind the path of the page. */
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

/** Path, query and fragment of a place's address: what the query of the page's own address asks for otherwise is kept. */
export function fullAddress(address: string, page: { pathname: string; search: string }): string {
  const query = address.startsWith("#") ? withoutLesson(page.search) : "";
  return page.pathname + query + address;
}

/** Programs that pass links on escape more than they need to. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
