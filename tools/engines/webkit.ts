import { spawn } from "node:child_process";
import { createServer } from "node:http";
import * as v from "valibot";
import { close, listen } from "../../tests/support/static-server";
import { burningThreads } from "./burning";
import { end, findProgram, startDisplay } from "./programs";
import { MissingBrowser, type Session } from "./session";

const INSTALL = "On Debian: apt-get install webkit2gtk-driver xvfb";

const browsers = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
];

const answer = v.object({ value: v.unknown() });
const sessionValue = v.object({
  sessionId: v.string(),
  capabilities: v.object({ browserName: v.string(), browserVersion: v.string() }),
});
const errorValue = v.object({ error: v.string(), message: v.string() });

/** Starts WebKitGTK's browser under Xvfb through its WebDriver, which speaks W3C WebDriver over HTTP. */
export async function startWebkit(): Promise<Session> {
  const driverPath = await findProgram(["WebKitWebDriver"]);
  const displayPath = await findProgram(["Xvfb"]);
  const binary = await findProgram(browsers);
  if (driverPath === null) throw new MissingBrowser(`WebKitWebDriver is not installed. ${INSTALL}`);
  if (displayPath === null) throw new MissingBrowser(`Xvfb is not installed. ${INSTALL}`);
  if (binary === null) throw new MissingBrowser(`WebKitGTK's MiniBrowser is not installed. ${INSTALL}`);

  const { child: screen, display } = await startDisplay(displayPath);
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    stdio: "ignore",
    // WebKitGTK has shared buffers behind this switch; Safari has them switched on.
    env: { ...process.env, DISPLAY: display, JSC_useSharedArrayBuffer: "1", GDK_BACKEND: "x11" },
  });
  const stop = async () => {
    await end(driver);
    await end(screen);
  };
  try {
    const root = `http://127.0.0.1:${port}`;
    await reachable(`${root}/status`);
    const options = { binary, args: ["--automation"] };
    const created = v.parse(
      sessionValue,
      await command(root, "POST", "/session", {
        capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
      }),
    );
    const session = `/session/${created.sessionId}`;
    const { browserName, browserVersion } = created.capabilities;
    return {
      browser: `WebKitGTK ${browserName} ${browserVersion}`,
      open: async (url) => {
        await command(root, "POST", `${session}/url`, { url });
      },
      evaluate: (expression) =>
        command(root, "POST", `${session}/execute/sync`, { script: `return (${expression});`, args: [] }),
      burning: () => burningThreads("WebKitWebProces", "WebCore: Worker"),
      close: async () => {
        await command(root, "DELETE", session).finally(stop);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Sends one WebDriver command. Returns its value, or throws the driver's own error text. */
async function command(root: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(root + path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  const { value } = v.parse(answer, await response.json());
  if (response.ok) return value;
  const error = v.safeParse(errorValue, value);
  const text = error.success ? `${error.output.error}: ${error.output.message}` : `HTTP ${response.status}`;
  throw new Error(`WebKitWebDriver, ${method} ${path}: ${text}`);
}

/** Waits until the driver listens. */
async function reachable(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver did not start within 10 seconds.");
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return port;
}
