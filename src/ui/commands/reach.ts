/** Controls that a pane or dialog shows a moment later: it may have to be loaded first. */

/** Milliseconds to wait for a control. */
const PATIENCE = 5_000;

/** Resolves to a control once it can be seen; rejects if it doesn't come. */
async function shown(find: () => HTMLElement | null | undefined): Promise<HTMLElement> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    const found = find();
    if (found?.checkVisibility()) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  throw new Error("its place on the page didn't open in time. Try again.");
}

const bySelector = (selector: string) => shown(() => document.querySelector<HTMLElement>(selector));

/** Brings a control into view, with the focus on it. Rejects if it doesn't come. */
export async function reach(selector: string): Promise<void> {
  (await bySelector(selector)).focus();
}

/** Presses a control, as a click does. Rejects if it doesn't come. */
export async function press(selector: string): Promise<void> {
  const control = await bySelector(selector);
  control.focus();
  control.click();
}

/** Presses an item of a menu, found by their labels. Rejects if one doesn't come. */
export async function pressItem(menu: string, label: string): Promise<void> {
  await press(`[aria-haspopup="menu"][aria-label="${menu}"]`);
  const items = () => document.querySelectorAll<HTMLElement>(`[role="menu"][aria-label="${menu}"] button`);
  (await shown(() => Array.from(items()).find((item) => item.textContent === label))).click();
}
