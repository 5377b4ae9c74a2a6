/** The parts of the page that F6 goes round. */
import type { Shell } from "./shell";

/** Focuses the next (1) or previous (-1) part of the page that is in sight. */
export function goToRegion(shell: Shell, step: 1 | -1): void {
  const visible = Array.from(document.querySelectorAll<HTMLElement>("[data-region]")).filter(
    (region) => region.checkVisibility() && region.childElementCount > 0,
  );
  const region = nextRegion(visible, document.activeElement, step);
  if (region === null) return;
  if (region.dataset.region === "Script") shell.editor.peek()?.focus();
  else focusInside(region);
}

/** The region to go to from the one that holds focus, round and round; null when there is none. */
function nextRegion(
  regions: readonly HTMLElement[],
  focused: Element | null,
  step: 1 | -1,
): HTMLElement | null {
  if (regions.length === 0) return null;
  const at = regions.findIndex((region) => region.contains(focused));
  const next =
    at === -1 ? (step === 1 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length;
  return regions[next] ?? null;
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
