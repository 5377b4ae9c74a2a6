import type { Playground } from "../app/playground";
import { copyLink } from "./share/copy-link";
import type { Shell } from "./shell";
import { commandOf, nextRegion, runCommand } from "./shortcuts";

/** Listens for the page's own keys, ahead of every control; gives what ends it. */
export function listenForKeys(playground: Playground, shell: Shell): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event, document.querySelector("dialog[open]") !== null);
    if (command === null) return;
    // A field that runs its own Lua: the keys mean that one there.
    const own = event.target instanceof Element && event.target.closest("[data-keys='own']") !== null;
    if (own && (command === "run" || command === "stop")) return;
    event.preventDefault();
    event.stopPropagation();
    if (command === "run" || command === "stop") {
      if (!event.repeat) runCommand(playground, shell, command);
      return;
    }
    if (command === "share") {
      if (!event.repeat) void copyLink(playground, shell);
      return;
    }
    const visible = Array.from(document.querySelectorAll<HTMLElement>("[data-region]")).filter(
      (region) => region.checkVisibility() && region.childElementCount > 0,
    );
    const region = nextRegion(visible, document.activeElement, command === "next-region" ? 1 : -1);
    if (region === null) return;
    if (region.dataset.region === "Script") shell.editor.peek()?.focus();
    else focusInside(region);
  };
  // Capturing: the editor has uses of its own for some of these keys.
  addEventListener("keydown", onKeyDown, { capture: true });
  return () => removeEventListener("keydown", onKeyDown, { capture: true });
}

/** Focuses the first control of a region, or the region itself when it has none. */
function focusInside(region: HTMLElement): void {
  const controls = region.querySelectorAll<HTMLElement>(
    "button, select, input, textarea, a[href], [tabindex='0']",
  );
  for (const control of controls) {
    if (control.tabIndex < 0 || !control.checkVisibility()) continue;
    control.focus();
    if (document.activeElement === control) return;
  }
  region.tabIndex = -1;
  region.focus();
}
