import { createServer, type Server } from "node:http";
import { linkFragment } from "../../src/share/link";
import { violations } from "../support/accessibility";
import { AppPage, test as base, expect } from "../support/app-page";
import { serveDist } from "../support/static-server";

/** A documentation page of another site, without any header, with embeds of the playground on it. */
interface Site {
  /** Opens a page with the given HTML; gives its address. */
  page(html: string): string;
  /** The address of the playground's folder, of another origin. */
  readonly playground: string;
}

const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures here
  site: async ({}, use) => {
    const host = await serveDist({ headers: "isolated" });
    let body = "";
    const server = createServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><html lang="en"><title>Handbook</title><h1>Handbook</h1>${body}`);
    });
    // By another name, so that it is another site and not only another port.
    const address = `http://localhost:${await listening(server)}/`;
    await use({
      playground: host.url,
      page(html) {
        body = html;
        return address;
      },
    });
    server.close();
    await host.close();
  },
});

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, "localhost", () => {
      const at = server.address();
      if (at === null || typeof at === "string") reject(new Error("The server has no port."));
      else resolve(at.port);
    });
  });
}

const SEND = `local sent = app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hello, embed" }
print(sent.messages[1].message_status or "accepted")`;

test("the copied snippet runs on another site's page, is as tall as needed and stores nothing", async ({
  page,
  browser,
  context,
  site,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.playground });
  const app = new AppPage(page);
  await app.open(site.playground);
  await app.script(SEND, "hello.lua");
  await app.menu("Copy as embed (HTML)");
  await expect(page.getByText(/^Copied as an embed/)).toBeVisible();
  const html = await page.evaluate(() => navigator.clipboard.readText());

  const handbook = await context.newPage();
  const errors: string[] = [];
  handbook.on("pageerror", (error) => errors.push(String(error)));
  await handbook.goto(site.page(html));
  const frame = handbook.locator("iframe");
  const embed = frame.contentFrame();
  const before = (await frame.boundingBox())?.height ?? 0;
  await embed.getByRole("button", { name: "Run" }).click();
  await expect(embed.getByText(/Finished in .* · 1 call · mock/)).toBeVisible();
  await expect(embed.getByRole("region", { name: "Phone" })).toContainText("Hello, embed");
  // It grew with its output, and nothing in it has to be scrolled to.
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(before + 80);
  const inside = await embed.locator("html").evaluate((root) => root.scrollHeight - root.clientHeight);
  expect(inside).toBeLessThanOrEqual(1);

  const field = embed.getByRole("textbox", { name: "Lua: hello.lua" });
  await field.fill("print('edited')");
  await field.press("ControlOrMeta+Enter");
  await expect(embed.getByText("edited", { exact: true })).toBeVisible();
  await expect(embed.getByRole("link", { name: "Open in the playground" })).toHaveAttribute("href", /#s=1\./);
  const inner = handbook.frames().find((one) => one.url().includes("embed.html"));
  if (inner === undefined) throw new Error("The embed has no frame.");
  expect(await violations(inner)).toEqual([]);
  expect(await violations(handbook, "iframe")).toEqual([]);

  // Inside another site's frame the browser refused storage anyway; by itself the embed does not ask for it either.
  const src = (await frame.getAttribute("src")) ?? "";
  const fresh = await browser.newContext();
  const alone = await fresh.newPage();
  await alone.goto(src);
  await alone.getByRole("button", { name: "Run" }).click();
  await expect(alone.getByText(/Finished in/)).toBeVisible();
  const kept = await alone.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [databases.length, localStorage.length, sessionStorage.length, document.cookie];
  });
  await fresh.close();
  expect(kept).toEqual([0, 0, 0, ""]);
  expect(errors).toEqual([]);
});

test("an endless script stops; a bad link says so; several embeds stand side by side", async ({
  page,
  site,
}) => {
  const src = async (source: string) =>
    `${site.playground}embed.html${await linkFragment({ name: "a.lua", source, world: null })}`;
  const frames = [
    await src("while true do end"),
    await src("print(6 * 7)"),
    `${site.playground}embed.html#s=1.AAAA`,
  ];
  await page.goto(
    site.page(frames.map((each, at) => `<iframe title="Example ${at}" src="${each}"></iframe>`).join("")),
  );
  const embed = (at: number) => page.locator("iframe").nth(at).contentFrame();
  await embed(0).getByRole("button", { name: "Run" }).click();
  await embed(1).getByRole("button", { name: "Run" }).click();
  await expect(embed(1).getByText("42", { exact: true })).toBeVisible();
  await embed(0).getByRole("button", { name: "Stop" }).click();
  await expect(embed(0).getByText(/^Stopped/)).toBeVisible();
  await expect(embed(2).getByRole("alert")).toContainText("Can't open this link");
});

test("in a narrow frame nothing is cut off, and the link to the playground is an icon with a name", async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const fragment = await linkFragment({ name: "order-confirmation.lua", source: "print(1)", world: null });
  await page.goto(
    site.page(
      `<iframe title="Example" style="width:100%" src="${site.playground}embed.html${fragment}"></iframe>`,
    ),
  );
  const embed = page.locator("iframe").contentFrame();
  const run = await embed.getByRole("button", { name: "Run" }).boundingBox();
  const open = await embed.getByRole("link", { name: "Open in the playground" }).boundingBox();
  expect(Math.abs((run?.y ?? 0) - (open?.y ?? 100))).toBeLessThan(6);
  expect(await embed.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
});

test("the playground itself cannot be framed by another site", async ({ page, site }) => {
  await page.goto(site.page(`<iframe title="Framed" src="${site.playground}"></iframe>`));
  await expect(page.locator("iframe").contentFrame().getByRole("banner")).toHaveCount(0);
});
