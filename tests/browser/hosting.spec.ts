import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { AppPage, test as base, expect } from "../support/app-page";
import { type RunningServer, serveDist } from "../support/static-server";

/** The built folder on a host that sends no headers, below a sub-path. */
const test = base.extend<{ host: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures here
  host: async ({}, use) => {
    const host = await serveDist({ headers: "plain", base: "/teams/play/" });
    await use(host);
    await host.close();
  },
});

/** Requests to anywhere but the page's own origin; scripts and images in `data:` and `blob:` are no requests. */
function foreignRequests(page: Page, origin: string): readonly string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && asked !== origin) foreign.push(request.url());
  });
  return foreign;
}

test("in a sub-path and without any headers, mock works in full and nothing leaves the origin", async ({
  page,
  host,
}) => {
  const app = new AppPage(page);
  const foreign = foreignRequests(page, new URL(host.url).origin);
  await app.open(host.url);
  await app.fullEditor();
  await app.runButton().click();
  await app.finished();
  const rows = await app.callRows();
  await expect(rows).toHaveCount(2);
  await app.run(`local sent = {}
table.sort({ 3, 1, 2 }, function(a, b)
  sent[#sent + 1] = app.integrations.whatsapp.get_current_user().id
  return a < b
end)
print("calls in a comparator: " .. tostring(#sent > 0))`);
  await expect(app.output).toContainText("calls in a comparator: true");
  await app.run("while true do end", "endless.lua");
  await app.stopButton().click();
  await expect(app.status).toContainText("Stopped");
  await app.addAccount({ name: "shop", token: "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2" });
  await app.tab("Docs");
  await expect(app.docs.getByRole("article")).toBeVisible();
  await app.menu("Settings");
  const licenses = await page.getByRole("link", { name: "Licenses" }).getAttribute("href");
  const response = await page.request.get(new URL(licenses ?? "", page.url()).href);
  expect(await response.text()).toContain("Lua.org, PUC-Rio");
  expect(foreign).toEqual([]);
  expect(host.requests.filter((path) => !path.startsWith("/teams/play/"))).toEqual([]);
});

test("without isolation headers, live cannot be switched on and says why and what to do", async ({
  page,
  host,
}) => {
  const app = new AppPage(page);
  await app.open(host.url);
  const live = page.getByRole("radio", { name: "Live", exact: true });
  await live.click({ force: true });
  await expect(page.getByText(/doesn't send the headers/)).toBeInViewport();
  await expect(live).toBeFocused();
  await expect(page.getByRole("radio", { name: "Mock", exact: true })).toBeChecked();
  await expect(app.runButton()).toHaveText("Run");
});

test("the page includes its own policy: only its own scripts, inline ones by hash", async ({
  page,
  host,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  const app = new AppPage(page);
  await app.open(host.url);
  await app.runButton().click();
  await app.finished();
  await app.fullEditor();
  const html = await (await page.request.get(host.url)).text();
  const policy =
    (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content")) ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("object-src 'none'");
  expect(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  for (const [, inline = ""] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    expect(scripts).toContain(`'sha256-${createHash("sha256").update(inline).digest("base64")}'`);
  }
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]+>|\son[a-z]+="/);
  expect(html).toContain('<meta name="referrer" content="no-referrer">');
  expect(refused).toEqual([]);
  // What the policy is for: a script put into the page does not run.
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
  });
  await expect(page).toHaveTitle(/Lua Agent Playground$/);
  await expect.poll(() => refused.length).toBe(1);
});

test("as npm start serves it, no request leaves the origin in mock", async ({ page }) => {
  const app = new AppPage(page);
  await app.open();
  const foreign = foreignRequests(page, new URL(page.url()).origin);
  await page.reload();
  await app.fullEditor();
  await app.runButton().click();
  await app.finished();
  for (const tab of ["Calls", "Accounts", "Docs"] as const) await app.tab(tab);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(foreign).toEqual([]);
});
