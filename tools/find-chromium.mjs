/**
 * Finds a Chromium to test with, and gets one if none is installed. Plain JavaScript, so that `npm test` can use it before
 * anything is compiled.
 */
import { execFile, spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Chromium without its own windows, tabs and toolbars: a new page takes it a third of the time. */
const SHELL = "chromium-headless-shell";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, "Google", "Chrome", "Application", "chrome.exe")] : [];
  }),
];

/** Longest time a download may take before the next way is tried. */
const DOWNLOAD_MS = 240_000;

const isRoot = () => process.getuid?.() === 0;

/**
 * Launch arguments for headless tests: nothing that calls home, and no sandbox where Chromium refuses to have one (root).
 *
 * @returns {string[]}
 */
export function chromiumArgs() {
  return [
    ...(isRoot() ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

/**
 * A browser that starts: `CHROMIUM_PATH`, an installed one, Playwright's own download, Debian's package.
 *
 * @param {{ shell?: boolean }} [options] `shell`: prefers `chromium-headless-shell`, which has no windows
 * @returns {Promise<{ path: string, args: string[] }>} the executable and its launch arguments
 * @throws {Error} that lists what was tried and what to do
 */
export async function findChromium({ shell = false } = {}) {
  const tried = [];
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    const fault = await whyUnusable(named);
    if (fault === null) return found(named);
    throw new Error(
      `CHROMIUM_PATH names ${named}, which ${fault}. Correct it, or unset it to let a browser be found.`,
    );
  }
  for (const find of [installed, playwrightDownload, debianPackage]) {
    const path = await find(tried, shell);
    if (path !== null) return found(path);
  }
  throw new Error(
    [
      "No Chromium could be found or fetched. Tried:",
      ...tried.map((line) => `  - ${line}`),
      "Install Chromium or Chrome, or set CHROMIUM_PATH to the executable of one, and run the command again.",
    ].join("\n"),
  );
}

const found = (path) => ({ path, args: chromiumArgs() });

async function installed(tried, shell) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const names = shell ? [SHELL, ...NAMES] : NAMES;
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of new Set([...onPath, ...USUAL_PLACES])) {
    if (!(await exists(path))) continue;
    const fault = await whyUnusable(path);
    if (fault === null) return path;
    tried.push(`${path}: ${fault}`);
  }
  tried.push(`an installed browser: none of ${NAMES.join(", ")} on PATH or in the usual places works`);
  return null;
}

async function playwrightDownload(tried) {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (path && (await exists(path)) && (await whyUnusable(path)) === null) return path;
  console.error("No installed Chromium: trying Playwright's download.");
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")),
    "cli.js",
  );
  const fault = await runLoudly(process.execPath, [cli, "install", "--no-shell", "chromium"]);
  const unusable = fault ?? (await whyUnusable(path));
  if (unusable === null) return path;
  tried.push(`npx playwright install chromium: ${unusable}`);
  return null;
}

async function debianPackage(tried, shell) {
  const name = shell ? SHELL : "chromium";
  if (!isRoot() || !(await exists("/usr/bin/apt-get"))) {
    tried.push(`apt-get install ${name}: only for root on a system with apt-get`);
    return null;
  }
  console.error(`Trying Debian's ${name} package.`);
  const fault =
    (await runLoudly("apt-get", ["update", "-q"])) ??
    (await runLoudly("apt-get", ["install", "-qy", "--no-install-recommends", name])) ??
    (await whyUnusable(`/usr/bin/${name}`));
  if (fault === null) return `/usr/bin/${name}`;
  tried.push(`apt-get install ${name}: ${fault}`);
  return null;
}

async function exists(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Null for a browser that starts. On Windows a browser prints no version, so being there is enough. */
async function whyUnusable(path) {
  if (!(await exists(path))) return "is no executable file";
  if (process.platform === "win32") return null;
  try {
    await run(path, ["--version"], { timeout: 30_000 });
    return null;
  } catch (error) {
    return `does not start (${
      String(error.stderr || error.message)
        .trim()
        .split("\n")[0]
    })`;
  }
}

/** Runs a command with its output on stderr. Returns `null` on success, or what happened. */
function runLoudly(command, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(command, args, { stdio: ["ignore", 2, 2], env, timeout: DOWNLOAD_MS });
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => {
      if (code === 0) resolve(null);
      else resolve(signal ? `gave up after ${DOWNLOAD_MS / 1000} s` : `ended with exit code ${code}`);
    });
  });
}
