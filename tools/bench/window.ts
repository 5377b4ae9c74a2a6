import { type Browser, chromium } from "@playwright/test";
import { end, findProgram, startDisplay } from "../engines/programs";
import { findChromium } from "../find-chromium.mjs";

/**
 * Calls `use` with a Chromium that has a window, on a screen of its own where the machine has none. Headless Chromium reports a
 * typed letter as painted only with the next change of the picture, such as the caret's blink half a second later (measured in
 * Chromium 156; a screencast shows the letter at once). Throws if there is no screen and no Xvfb.
 */
export async function withWindow<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const screen = await ownScreen();
  try {
    const { path, args } = await findChromium();
    const env = { ...process.env, ...(screen && { DISPLAY: screen.display }) };
    const browser = await chromium.launch({ executablePath: path, args, env, headless: false });
    return await use(browser).finally(() => browser.close());
  } finally {
    if (screen !== null) await end(screen.child);
  }
}

async function ownScreen(): Promise<Awaited<ReturnType<typeof startDisplay>> | null> {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return null;
  const xvfb = await findProgram(["Xvfb"]);
  if (xvfb === null)
    throw new Error("Interactions are measured in a window. On Debian: apt-get install xvfb");
  return startDisplay(xvfb);
}
