/** Controls that a pane or dialog shows a moment later: it may have to be loaded first. */

/** Milliseconds to wait for a control. */
const PATIENCE = 5_000;

/** Resolves to a control once it can be seen, or to `null` if it doesn't come. */
async function shown(find: () => HTMLElement | null | undefined): Promise<HTMLElement | null> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    const found = find();
    if (found?.checkVisibility()) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return null;
}

const bySelector = (selector: string) => shown(() => document.querySelector<HTMLElement>(selector));

/** Brings a control into view, with the focus on it. */
export async function reach(selector: string): Promise<void> {
  (await bySelector(selector))?.focus();
}

/** Presses a control, as a click does. Returns whether it was there. */
export async function press(selector: string): Promise<boolean> {
  const control = await bySelector(selector);
  control?.focus();
  control?.click();
  return control !== null;
}

/** Presses an item of a menu, found by their labels. */
export async function pressItem(menu: string, label: string): Promise<void> {
  if (!(await press(`[aria-haspopup="menu"][aria-label="${menu}"]`))) return;
  const items = () => document.querySelectorAll<HTMLElement>(`[role="menu"][aria-label="${menu}"] button`);
  (await shown(() => Array.from(items()).find((item) => item.textContent === label)))?.click();
}
