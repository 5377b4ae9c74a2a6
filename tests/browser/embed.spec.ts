import { createServer, type Server } from "node:http";
import type { Page } from "@playwright/test";
import { type EmbedFile, embedFragment } from "../../src/share/embed-files";
import { embedSnippet } from "../../src/share/embed-snippet";
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

/** Opens the playground at an address, allowed to use the clipboard. */
async function openToCopy(page: Page, address: string): Promise<AppPage> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  const app = new AppPage(page);
  await app.open(address);
  return app;
}

/** The HTML of an embed, once it is on the clipboard. */
async function copied(page: Page): Promise<string> {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toContain("<iframe");
  return clipboard();
}

const SEND = `local sent = app.integrations.whatsapp.send_message{ to = "15551234567", body = "Hello, embed" }
print(sent.messages[1].message_status or "accepted")`;

test("the copied snippet runs on another site's page, is as tall as needed and stores nothing", async ({
  page,
  browser,
  context,
  site,
}) => {
  const app = await openToCopy(page, site.playground);
  await app.script(SEND, "hello.lua");
  await app.menu("Embed in a page…");
  await page.getByRole("dialog").getByRole("button", { name: "Copy the HTML" }).click();
  const html = await copied(page);

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

test("an endless script stops, a bad link says so, and several embeds work side by side", async ({
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
  await expect(embed(2).getByRole("alert")).toContainText("Couldn't open this link");
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

/** Gives the address of an embed of these files with these options. */
async function embedAddress(
  site: Site,
  options: string,
  ...files: readonly [EmbedFile, ...EmbedFile[]]
): Promise<string> {
  return `${site.playground}embed.html${options}${await embedFragment({ files, world: null })}`;
}

const frameOf = (src: string, style = "width: 100%; height: 500px") =>
  `<iframe title="Example" style="${style}" src="${src.replaceAll("&", "&amp;")}"></iframe>`;

test("an embed set to run automatically runs once it is in view, and not before", async ({ page, site }) => {
  const src = await embedAddress(site, "?run=auto", { name: "a.lua", source: SEND });
  await page.goto(site.page(`<div style="height: 4000px">Scroll.</div>${frameOf(src)}`));
  const embed = page.locator("iframe").contentFrame();
  await expect(embed.getByRole("button", { name: "Run" })).toBeVisible();
  await expect(embed.getByText(/Finished in/)).toHaveCount(0);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(embed.getByText(/Finished in .* · 1 call · mock/)).toBeVisible();
});

test("hidden set-up lines run, keep their numbers in errors, and can be shown; the rest is read-only", async ({
  page,
  site,
}) => {
  const source =
    'local name = "Ada"\nlocal greet = function() return "Hi, " .. name end\nprint(greet())\nerror("here")';
  const src = await embedAddress(site, "?setup=2&edit=no&highlight=3&title=A%20greeting", {
    name: "a.lua",
    source,
  });
  await page.goto(site.page(frameOf(src)));
  const embed = page.locator("iframe").contentFrame();
  await expect(embed.getByRole("heading", { name: "A greeting" })).toBeVisible();
  const field = embed.getByRole("textbox", { name: "Lua: a.lua" });
  await expect(field).toHaveValue('print(greet())\nerror("here")');
  await expect(field).not.toBeEditable();
  await expect(field).toHaveAccessibleDescription(/Highlighted: line 3/);
  await embed.getByRole("button", { name: "Run" }).click();
  await expect(embed.getByText("Hi, Ada")).toBeVisible();
  await expect(embed.getByText(/a\.lua:4: here/)).toBeVisible();
  await embed.getByRole("button", { name: "Show 2 setup lines" }).click();
  await expect(embed.getByText('local name = "Ada"')).toBeVisible();
  const inner = page.frames().find((one) => one.url().includes("embed.html"));
  if (inner === undefined) throw new Error("The embed has no frame.");
  expect(await violations(inner)).toEqual([]);
});

test("several files are tabs, and Run runs the one shown, with the phone beside it", async ({
  page,
  site,
}) => {
  const src = await embedAddress(
    site,
    "?phone=beside",
    { name: "first.lua", source: "print('first')" },
    { name: "second.lua", source: SEND },
  );
  await page.goto(site.page(frameOf(src)));
  const embed = page.locator("iframe").contentFrame();
  await embed.getByRole("tab", { name: "first.lua" }).press("ArrowRight");
  await embed.getByRole("tabpanel", { name: "second.lua" }).getByRole("button", { name: "Run" }).click();
  const phone = embed.getByRole("region", { name: "Phone" });
  await expect(phone).toContainText("Hello, embed");
  const field = await embed.getByRole("textbox", { name: "Lua: second.lua" }).boundingBox();
  expect((await phone.boundingBox())?.x ?? 0).toBeGreaterThan((field?.x ?? 0) + 200);
  await embed.getByRole("tab", { name: "first.lua" }).click();
  await expect(embed.getByText(/Finished in/)).toBeHidden();
  const inner = page.frames().find((one) => one.url().includes("embed.html"));
  if (inner === undefined) throw new Error("The embed has no frame.");
  expect(await violations(inner)).toEqual([]);
});

test("a wrong option is named", async ({ page, site }) => {
  const file = { name: "a.lua", source: "print(1)\nprint(2)" };
  const refusals = [
    ["?hightlight=3", "“hightlight” isn't an embed option. Did you mean “highlight”?"],
    ["?run=yes", "“run”: Expected auto or press. Got “yes”."],
    ["?highlight=2-x", "“highlight”: Expected lines such as 3 or 2-5"],
    ["?highlight=7", "“highlight”: a.lua ends at line 2"],
    ["?setup=2", "“setup”: a.lua has 2 lines"],
    ["?theme=dark&theme=light", "“theme” appears twice"],
  ] as const;
  const frames = await Promise.all(
    refusals.map(async ([options]) => frameOf(await embedAddress(site, options, file), "height: 90px")),
  );
  await page.goto(site.page(frames.join("")));
  for (const [index, [, message]] of refusals.entries()) {
    await expect(page.locator("iframe").nth(index).contentFrame().getByRole("alert")).toContainText(message);
  }
});

test("light and dark follow the surrounding page", async ({ page, site }) => {
  const of = async (options: string) =>
    embedSnippet({
      address: await embedAddress(site, options, { name: "a.lua", source: "print(1)" }),
      ...{ title: "a.lua", lines: 1, withScript: options === "" },
    });
  await page.goto(
    site.page(`<style>:root { color-scheme: light }</style>${await of("?theme=dark")}${await of("")}`),
  );
  const theme = (at: number) =>
    page.locator("iframe").nth(at).contentFrame().locator("html").getAttribute("data-theme");
  // The frames listen: their colours are right even before.
  for (const at of [0, 1])
    await expect(
      page.locator("iframe").nth(at).contentFrame().getByRole("button", { name: "Run" }),
    ).toBeVisible();
  await expect.poll(() => theme(0)).toBe("dark");
  await expect.poll(() => theme(1)).toBe("light");
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
  });
  await expect.poll(() => theme(1)).toBe("dark");
  await page.evaluate(() => {
    for (const { contentWindow } of document.querySelectorAll("iframe")) {
      contentWindow?.postMessage({ type: "lua-agent-playground.theme", theme: "pink" }, "*");
      contentWindow?.postMessage({ type: "lua-agent-playground.theme", theme: "light" }, "*");
    }
  });
  await expect.poll(() => theme(0)).toBe("light");
  await expect.poll(() => theme(1)).toBe("light");
});

test("the form previews the embed as it will be, as tall as needed, and can do without a script", async ({
  page,
  context,
  site,
}) => {
  const app = await openToCopy(page, site.playground);
  await app.script("print('other')", "other.lua");
  await app.script(`local to = "15551234567"\n${SEND}\nfor i = 1, 12 do print(i) end`, "hello.lua");
  await app.menu("Embed in a page…");
  const dialog = page.getByRole("dialog", { name: "Embed in a page" });
  await dialog.getByLabel("Title").fill("Say hello");
  await dialog.getByLabel("Phone beside the script").check();
  await dialog.getByLabel("Lines to highlight in hello.lua").fill("2-9");
  await expect(dialog.getByRole("alert")).toContainText("hello.lua ends at line 4");
  await dialog.getByLabel("Lines to highlight in hello.lua").fill("2");
  await dialog.getByLabel("Setup lines to hide at the start of hello.lua").fill("1");
  await dialog.getByLabel("Include other.lua as a tab").check();
  const preview = dialog.locator("iframe").contentFrame();
  await expect(preview.getByRole("heading", { name: "Say hello" })).toBeVisible();
  await expect(preview.getByRole("tab")).toHaveText(["hello.lua", "other.lua"]);
  await expect(preview.getByRole("button", { name: "Show 1 setup line" })).toBeVisible();
  expect(await violations(page, "dialog")).toEqual([]);
  await dialog.getByRole("button", { name: "Copy the HTML" }).click();
  const html = await copied(page);
  await dialog.getByLabel("Include a script that fits the height and matches the page's colors").uncheck();
  await expect(dialog.getByRole("textbox", { name: "HTML" })).not.toHaveValue(/<script/);

  const handbook = await context.newPage();
  await handbook.goto(site.page(html));
  const frame = handbook.locator("iframe");
  const embed = frame.contentFrame();
  await embed.getByRole("button", { name: "Run" }).click();
  await expect(embed.getByText(/Finished in/)).toBeVisible();
  const hidden = () => embed.locator("html").evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(hidden).toBeLessThanOrEqual(1);
  expect((await frame.boundingBox())?.height ?? 0).toBeGreaterThan(300);
});
