/** Keeps the page's address in step with what is in front, and follows Back, Forward and links. */
import { effect } from "@preact/signals";
import { fullAddress, type PagePlace, placeAddress, readPlace } from "../../app/address/place";
import { afterPaint } from "../../shared/after-paint";
import { clipText } from "../../shared/cut-text";
import { browserLater } from "../../shared/later";
import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import { watchLinks } from "../share/watch-links";
import { goToPlace } from "./go-to-place";
import { type HistoryEntry, readEntry } from "./history-entry";
import { addressNow, changeOf, lookAt, namesPlace, type ShownNow } from "./shown-place";

/** Milliseconds before a place the user didn't choose is written: the docs follow a cursor that moves with each key. */
const REST_MS = 400;

/**
 * Goes to the place in the address, and keeps the address in step from then on. What a person opens becomes a history entry.
 * Automatic moves (docs following the cursor, the phone during a run) share at most one entry. Also opens links that carry a
 * script. `opened`: what the page showed at first, before anyone chose something else. Returns a function that stops it.
 */
export function watchAddress(page: PageState, opened: Pick<ShownNow, "view" | "script">): () => void {
  const { scripts, notices } = page.playground;
  const title = document.title;
  let entry: HistoryEntry = readEntry(history.state) ?? { index: 0 };
  /** What the page showed when it last had an address. */
  let seen: ShownNow = { ...lookAt(page, opened.view), ...opened, example: null };
  /** A place still being opened. Nothing is written in the meantime. */
  let going: { readonly place: PagePlace; readonly view: string } | null = null;
  let cancelRest = () => {};

  const write = (kind: "push" | "replace", address: string, next: HistoryEntry) => {
    const url = fullAddress(address, location);
    if (kind === "push") {
      if (url === fullAddress(location.search + location.hash, location)) return;
      // What to show when the entry without a place is reached again.
      if (!namesPlace(location) && seen.address !== null) {
        set("replace", { ...entry, home: seen.address }, location.href);
      }
    }
    entry = next;
    set(kind, entry, url);
  };

  const update = () => {
    const now = lookAt(page);
    document.title = now.title === null ? title : `${now.title} · ${title}`;
    if (going !== null) {
      if (going.place.kind === "example" || now.view === going.view) return;
      // The person went elsewhere while it loaded.
      going = null;
    }
    const before = seen;
    const change = changeOf(before, now);
    const address = addressNow(now, before);
    const changed = now.script === before.script ? {} : { script: now.script, before: before.script };
    if (change !== "nothing" || now.layout !== before.layout) cancelRest();
    if (change === "push" && address !== null) write("push", address, { index: entry.index + 1, ...changed });
    if (change === "follow" && address !== null && namesPlace(location)) {
      const follow = () => {
        const next = { index: entry.auto === true ? entry.index : entry.index + 1, auto: true };
        write(entry.auto === true ? "replace" : "push", address, next);
      };
      cancelRest = browserLater(follow, REST_MS);
    }
    seen = now.address === null ? { ...now, address: before.address, view: before.view } : now;
  };

  const go = (place: PagePlace, script?: string) => {
    cancelRest();
    const arriving = goToPlace(page, place, script);
    const way = { place, view: lookAt(page).view };
    going = way;
    const arrived = (problem: string | null) => {
      if (problem !== null) notices.error(problem);
      if (going !== way) return;
      going = null;
      seen = lookAt(page);
      // The name is an alias or unknown: the address says what is shown.
      const shown = place.kind === "example" && problem === null ? placeAddress(place) : seen.address;
      // The page's own address stays as short as it was.
      if (shown !== null && entry.home === undefined) write("replace", shown, entry);
    };
    arriving.then(arrived, (error: unknown) =>
      arrived(`Couldn't open this address (${messageOf(error)}). Check your connection and reload.`),
    );
  };

  const read = () => {
    if (location.hash.startsWith("#s=")) return;
    const { home } = entry;
    const place = readPlace(
      namesPlace(location) || home === undefined ? location : new URL(home, location.href),
    );
    if (place === "none") return;
    if (place !== "unknown") return go(place, entry.script);
    notices.error(
      `Nothing found at “${clipText(location.hash, 60)}”. Copy the address again, or search All commands (F1).`,
    );
    set("replace", entry, location.pathname + location.search);
  };

  const onPop = (event: PopStateEvent) => {
    const left = entry;
    const known = readEntry(event.state);
    entry = known ?? { index: left.index + 1 };
    // Typed into the address bar.
    if (known === null) set("replace", entry, location.href);
    const { script, before } = left;
    if (entry.index < left.index && before !== undefined && scripts.current.peek().id === script) {
      scripts.select(before);
    }
    read();
  };

  let asked = false;
  const stopWatching = effect(() => {
    lookAt(page);
    if (asked) return;
    asked = true;
    // People see the page change first: the history takes milliseconds. A lesson changes both page and script, and is one entry.
    afterPaint(() => {
      asked = false;
      update();
    });
  });
  addEventListener("popstate", onPop);
  // Before a link's script is removed from the address: the rest may name the lesson it answers.
  if (namesPlace(location)) read();
  const stopLinks = watchLinks(page);
  return () => {
    stopWatching();
    stopLinks();
    cancelRest();
    removeEventListener("popstate", onPop);
  };
}

function set(kind: "push" | "replace", entry: HistoryEntry, url: string): void {
  try {
    if (kind === "push") history.pushState(entry, "", url);
    else history.replaceState(entry, "", url);
  } catch {
    // Safari allows a hundred in half a minute. The address lags behind for once.
  }
}
