import { defineConfig } from "@playwright/test";
import { chromiumArgs, findChromium } from "./tools/find-chromium.mjs";

// Workers read this file again: through the environment they get the browser that was found once.
const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium({ shell: true })).path;
process.env.CHROMIUM_PATH = executablePath;

const port = Number(process.env.PREVIEW_PORT ?? 4380);
const ownServer = process.env.BASE_URL === undefined;
const baseURL = process.env.BASE_URL ?? `http://127.0.0.1:${port}/`;

/** Browser tests run on the built app (`vite build` first), served as `npm start` serves it. */
export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.ts",
  outputDir: ".cache/playwright",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: process.env.TEST_DEEP === "1" ? 900_000 : 300_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    browserName: "chromium",
    headless: true,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: chromiumArgs() },
    // Recording every test to keep the few that fail costs the browsers a core: `npx playwright test --trace on` for one.
    trace: "off",
    screenshot: "only-on-failure",
    video: "off",
    // Requests that a service worker answers pass a test's own routes by; what it does has tests of its own.
    serviceWorkers: "block",
  },
  projects: [{ name: "chromium" }],
  ...(ownServer
    ? {
        webServer: {
          command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
          url: baseURL,
          reuseExistingServer: false,
          stdout: "ignore",
          stderr: "pipe",
        },
      }
    : {}),
});
