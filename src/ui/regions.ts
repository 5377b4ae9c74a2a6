/** The parts of the page that F6 cycles through. */
import type { Shell, View } from "./shell";

/** Focuses the next (1) or previous (-1) visible part of the page. */
export function goToRegion(shell: Shell, step: 1 | -1): void {
  const visible = Array.from(document.querySelectorAll<HTMLElement>("[data-region]")).filter(
    (region) => region.checkVisibility() && region.childElementCount > 0,
  );
  // If no part has focus, -1 leads to the last one.
  const at = visible.findIndex((region) => region.contains(document.activeElement));
  const region = visible.at(at === -1 && step === -1 ? -1 : (at + step) % visible.length);
  if (region === undefined) return;
  if (region.dataset.region === "Script") shell.editor.peek()?.focus();
  else focusInside(region);
}

/** Focuses the panel of a side pane view, if it is visible and nothing else has focus. */
export function focusView(view: View): void {
  const panel = document.getElementById(`panel-${view}`);
  if (panel === null || !panel.checkVisibility() || document.activeElement !== document.body) return;
  panel.tabIndex = -1;
  panel.focus();
}

/** Focuses the first control of a region, or the region itself if it has none. */
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
