/**
 * Functions that run inside the app's page. Each is self-contained, since only its text is sent to the page. They press the
 * same buttons a person does and watch the same elements.
 */

/** Opens a script as a dropped file does, and waits until it is the current one. */
export async function openScript({ name, source }: { name: string; source: string }): Promise<void> {
  const current = () => document.querySelector(".script-row.is-current .row-main")?.textContent;
  const before = current();
  const transfer = new DataTransfer();
  transfer.items.add(new File([source], name, { type: "text/x-lua" }));
  const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
  document.body.dispatchEvent(new DragEvent("dragover", options));
  document.body.dispatchEvent(new DragEvent("drop", options));
  // A file is read in its own time. Until then, Run runs the script before.
  while (current() === before) await new Promise(requestAnimationFrame);
}

/** Milliseconds of one animation frame, the median of many. */
export async function frameTime(): Promise<number> {
  const times: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let i = 0; i < 60; i += 1) {
    const now = await new Promise<number>(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  return times.sort((a, b) => a - b)[30] ?? Number.NaN;
}

/**
 * Clears the console, presses Run and waits for `text` in it, then for the run's end if it has one.
 *
 * @returns milliseconds from the press to the line in the page
 */
export async function runToFirstLine({ text, ends }: { text: string; ends: boolean }): Promise<number> {
  const need = <T extends Element>(selector: string): T => {
    const element = document.querySelector<T>(selector);
    if (element === null) throw new Error(`The page has no ${selector}.`);
    return element;
  };
  const until = (root: Node, holds: () => boolean) =>
    new Promise<number>((resolve) => {
      if (holds()) return resolve(performance.now());
      const watch = () => {
        if (!holds()) return;
        observer.disconnect();
        resolve(performance.now());
      };
      const observer = new MutationObserver(watch);
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  const log = need<HTMLElement>('[role="log"][aria-label="Output"]');
  const printed = () =>
    [...log.querySelectorAll(".console-text")].some((line) => line.textContent?.includes(text));
  const button = () => need<HTMLButtonElement>(".run-button");
  await until(document.body, () => !button().classList.contains("is-stop"));
  // There with the first output.
  document.querySelector<HTMLButtonElement>('button[aria-label="Clear console"]')?.click();
  await until(document.body, () => !printed());
  await new Promise(requestAnimationFrame);
  const pressed = performance.now();
  button().click();
  const shown = await until(document.body, printed);
  if (ends) await until(document.body, () => document.querySelector(".run-status .is-running") === null);
  return shown - pressed;
}

/**
 * With an endless script on: presses Stop, then Run of the same script.
 *
 * @returns milliseconds from Stop to the next run's first line
 */
export async function stopToNextLine({ text }: { text: string }): Promise<number> {
  const log = document.querySelector('[role="log"][aria-label="Output"]');
  const button = () => document.querySelector<HTMLButtonElement>(".run-button");
  if (log === null || button() === null) throw new Error("The page has no console or no Run button.");
  const lines = () =>
    [...log.querySelectorAll(".console-text")].filter((line) => line.textContent?.includes(text)).length;
  const frame = () => new Promise(requestAnimationFrame);
  if (!button()?.classList.contains("is-stop")) throw new Error("No script is running.");
  const pressed = performance.now();
  button()?.click();
  while (button()?.classList.contains("is-stop")) await frame();
  document.querySelector<HTMLButtonElement>('button[aria-label="Clear console"]')?.click();
  while (lines() > 0) await frame();
  button()?.click();
  while (lines() === 0) await frame();
  return performance.now() - pressed;
}

/**
 * Presses Run and waits for the end, watching for long tasks on the page.
 *
 * @returns milliseconds from the press to the end shown, and the durations of tasks over 50 ms
 */
export async function runToEnd(): Promise<{ elapsed: number; longTasks: number[] }> {
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longTasks.push(entry.duration);
  });
  observer.observe({ type: "longtask" });
  const button = document.querySelector<HTMLButtonElement>(".run-button");
  if (button === null) throw new Error("The page has no Run button.");
  const frame = () => new Promise(requestAnimationFrame);
  const started = performance.now();
  button.click();
  while (document.querySelector(".run-status .is-running") === null) await frame();
  while (document.querySelector(".run-status .is-running") !== null) await frame();
  const elapsed = performance.now() - started;
  await frame();
  if (document.querySelector(".console-end-line.is-finished") === null) {
    throw new Error(`The script did not finish: ${document.querySelector(".console-end-line")?.textContent}`);
  }
  // What the last lines cost counts too.
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const entry of observer.takeRecords()) longTasks.push(entry.duration);
  observer.disconnect();
  return { elapsed, longTasks };
}
