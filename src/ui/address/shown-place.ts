import { type PagePlace, placeAddress, plainView, readPlace } from "../../app/address/place";
import type { PageState } from "../commands/command";
import { frontView, type View } from "../shell";

/** What is in front, as far as the address matters. */
export interface ShownNow {
  /** `null` if it has no address or is still loading. */
  readonly address: string | null;
  readonly title: string | null;
  readonly view: View;
  readonly layout: string;
  /** How often a person, rather than the cursor, opened a docs page. */
  readonly opened: number;
  readonly chosenChat: boolean;
  readonly example: { readonly id: string } | null;
  readonly script: string;
}

/** Looks at the page, as if `view` were in front. Reads signals. */
export function lookAt(page: PageState, view: View = frontView(page.shell)): ShownNow {
  const { playground, shell } = page;
  const layout = shell.layout.value;
  return {
    ...addressOf(page, view),
    view,
    layout,
    opened: playground.docs.opened.value,
    chosenChat: shell.chat.value?.chosen === true,
    example: shell.example.value,
    script: playground.scripts.current.value.id,
  };
}

function addressOf({ playground, shell }: PageState, view: View): Pick<ShownNow, "address" | "title"> {
  const at = (place: PagePlace | null, title: string | null = null) => ({
    address: place === null ? null : placeAddress(place),
    title,
  });
  switch (view) {
    case "docs": {
      const name = playground.docs.current.value;
      const page = playground.docs.pages.value.find((one) => one.name === name);
      return at({ kind: "docs", page: name }, page?.title);
    }
    case "phone": {
      const chat = shell.chat.value;
      return at(chat === null ? null : { kind: "phone", chat: chat.key }, "Phone");
    }
    case "lesson": {
      const model = playground.lessons.model.value;
      if (model === null) return at(null);
      const { title } = model.lesson.value;
      // `link` depends on the open course too.
      model.course.value;
      return { address: new URL(model.link().url).search, title };
    }
    default: {
      const plain = plainView(view);
      return at(plain === null ? null : { kind: "view", view: plain });
    }
  }
}

/**
 * What a change of the page means for the history: `push` a new entry, `follow` by updating the one entry for automatic moves,
 * or nothing. `before` is what was shown when the address was last known.
 */
export function changeOf(before: ShownNow, now: ShownNow): "push" | "follow" | "nothing" {
  if (now.example !== before.example && now.example !== null) return "push";
  if (now.address === null || now.address === before.address) return "nothing";
  // A change of width shows something else without anyone asking.
  if (now.layout !== before.layout) return "nothing";
  if (now.view !== before.view) return "push";
  // The page's first place has loaded.
  if (before.address === null) return "nothing";
  if (now.view === "docs") return now.opened === before.opened ? "follow" : "push";
  if (now.view === "phone") return now.chosenChat ? "push" : "follow";
  return "push";
}

/** The page's address for what is shown now. */
export function addressNow(now: ShownNow, before: ShownNow): string | null {
  const { example } = now;
  if (example !== null && example !== before.example)
    return placeAddress({ kind: "example", id: example.id });
  return now.address;
}

/** Whether an address names a place rather than the page as a whole. */
export function namesPlace(location: { search: string; hash: string }): boolean {
  return readPlace(location) !== "none";
}
