/** Controls that appear in a pane or dialog a moment later, since it may have to be loaded first. */

/** Milliseconds to wait for a control. */
const PATIENCE = 5_000;

/** Resolves to a control once it is visible. Rejects if it doesn't appear. */
async function shown(find: () => HTMLElement | null | undefined): Promise<HTMLElement> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    const found = find();
    if (found?.checkVisibility()) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  throw new Error("that part of the page took too long to load. Try again.");
}

const bySelector = (selector: string) => shown(() => document.querySelector<HTMLElement>(selector));

/** Brings a control into view and focuses it. Rejects if it doesn't appear. */
export async function reach(selector: string): Promise<void> {
  (await bySelector(selector)).focus();
}

/** Clicks a control. Rejects if it doesn't appear. */
export async function press(selector: string): Promise<void> {
  const control = await bySelector(selector);
  control.focus();
  control.click();
}

/** Clicks a menu item. Menu and item are found by label. Rejects if one doesn't appear. */
export async function pressItem(menu: string, label: string): Promise<void> {
  await press(`[aria-haspopup="menu"][aria-label="${menu}"]`);
  const items = () => document.querySelectorAll<HTMLElement>(`[role="menu"][aria-label="${menu}"] button`);
  (await shown(() => Array.from(items()).find((item) => item.textContent === label))).click();
}
