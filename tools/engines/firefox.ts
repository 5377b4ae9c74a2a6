import puppeteer from "puppeteer-core";
import { burningThreads } from "./burning";
import { findProgram } from "./programs";
import { MissingBrowser, type Session } from "./session";

/** Starts Firefox over WebDriver BiDi; `FIREFOX_PATH` names one that is not on PATH. */
export async function startFirefox(): Promise<Session> {
  const executablePath = process.env.FIREFOX_PATH ?? (await findProgram(["firefox-esr", "firefox"]));
  if (executablePath === null) {
    throw new MissingBrowser("Firefox is not installed. On Debian: apt-get install firefox-esr");
  }
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  return {
    browser: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    burning: () => burningThreads("Isolated Web Co", "DOM Worker"),
    close: () => browser.close(),
  };
}
