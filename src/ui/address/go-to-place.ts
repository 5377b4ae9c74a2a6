import type { PagePlace } from "../../app/address/place";
import { until } from "../../app/until";
import { readDoc } from "../../docs/docs";
import { clipText } from "../../shared/cut-text";
import { nearest } from "../../shared/nearest";
import type { PageState } from "../commands/command";
import { openExample } from "../open-example";
import { show } from "../shell";

/**
 * Shows a place. Runs nothing. `script`: the one that was opened there before. Resolves once the place is shown, to an error
 * message or `null`. Lesson and phone report their own errors.
 */
export async function goToPlace(page: PageState, place: PagePlace, script?: string): Promise<string | null> {
  const { playground, shell } = page;
  switch (place.kind) {
    case "view":
      show(shell, place.view);
      return null;
    case "docs":
      show(shell, "docs");
      return openDocs(page, place.page);
    case "phone":
      show(shell, "phone");
      shell.jumps.chat.value = place.chat;
      await until(() => shell.jumps.chat.value === null);
      return null;
    case "lesson": {
      show(shell, "lesson");
      const lessons = await playground.lessons.load();
      await lessons.follow(place.asked);
      return null;
    }
    case "example":
      return toExample(page, place.id, script);
  }
}

async function openDocs({ playground: { docs } }: PageState, wanted: string): Promise<string | null> {
  await docs.load();
  const pages = docs.pages.peek();
  const found = readDoc(pages, wanted);
  if (found !== null) {
    docs.current.value = found.name;
    return null;
  }
  return `There is no docs page ${missing(
    wanted,
    pages.map(({ name }) => name),
  )}`;
}

async function toExample(page: PageState, id: string, script: string | undefined): Promise<string | null> {
  const { scripts } = page.playground;
  if (script !== undefined && scripts.all.peek().some((one) => one.id === script)) {
    scripts.select(script);
  } else {
    const { examples } = await import("../../examples");
    const found = examples.find((one) => one.id === id);
    if (found === undefined) {
      return `There is no example ${missing(
        id,
        examples.map((one) => one.id),
      )}`;
    }
    openExample(page, found);
  }
  show(page.shell, "code");
  return null;
}

/** The end of a sentence about an unknown name: the name, and what may have been meant. */
function missing(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const meant = near === null ? "" : ` Did you mean “${near}”?`;
  return `“${clipText(name, 60)}”.${meant} Choose one from the list.`;
}
