import { createServer } from "node:http";
import { AppPage, test as base, expect } from "../support/app-page";
import { buildWithList } from "../support/build-with-list";
import { close, listen, type RunningServer, serveDist } from "../support/static-server";

/** The page built with `tests/integrations/list.ts`: WhatsApp, Parcels, and Postcards, which has no simulator. */
const test = base.extend<{ app: AppPage }, { host: RunningServer }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures here
    async ({}, use) => {
      const folder = await buildWithList("tests/integrations/list.ts");
      const host = await serveDist({ headers: "isolated", folder });
      await use(host);
      await host.close();
    },
    { scope: "worker", timeout: 600_000 },
  ],
  app: async ({ page, host }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    const app = new AppPage(page);
    await app.open(host.url);
    await app.fullEditor();
    await use(app);
    expect(errors).toEqual([]);
  },
});

const ORDER = `app.integrations.whatsapp.get_current_user()
local parcels = app.integrations.parcels
print(parcels.track_parcel{ number = "P-100" }.place)
print(parcels.support.order_pickup{ number = "P-100", note = "Ring" }.pickup)`;

test("a second integration runs in mock, with its own rows, docs, marks and accounts", async ({ app }) => {
  await app.run(ORDER, "order.lua");
  await app.finished();
  await expect(app.output).toContainText(/north\s*1/);
  const rows = await app.callRows();
  await expect(rows).toHaveCount(3);
  await rows.nth(2).click();
  await expect(app.calls).toContainText("https://parcels.example/north/pickups?key=••••");
  await expect(app.calls).not.toContainText("key-of-support");

  await app.run('app.integrations.postcards.track_parcel{ number = "P-100" }', "postcard.lua");
  await app.failed("Postcards has no simulator. Switch to live to call it.");

  const docs = await app.tab("Docs");
  await docs.getByRole("button", { name: "Pages", exact: true }).click();
  await docs.getByRole("searchbox").fill("shoebox");
  await expect(docs).toContainText("Parcel sizes");

  const accounts = await app.tab("Accounts");
  for (const title of ["WhatsApp Business", "Parcels", "Postcards"])
    await expect(accounts.getByRole("region", { name: `${title} accounts` })).toBeVisible();

  await app.script("app.integrations.parcels.track_parcels{}", "typo.lua");
  await expect(app.page.locator(".squiggly-error").first()).toBeAttached();
});

test("live calls of both integrations go out with their own tokens, after a question", async ({ app }) => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };
    if (request.method === "OPTIONS") return response.writeHead(204, cors).end();
    received.push(`${request.method} ${request.url} ${request.headers.authorization ?? "no bearer"}`);
    response.writeHead(200, { ...cors, "Content-Type": "application/json" });
    return response.end(JSON.stringify({ number: "P-100", place: "south", pickup: 7 }));
  });
  const address = `http://127.0.0.1:${await listen(server)}`;

  const panel = await app.tab("Accounts");
  const section = panel.getByRole("region", { name: "Parcels accounts" });
  await section.getByRole("button", { name: "Add account" }).click();
  const form = section.getByRole("form", { name: "New account" });
  await form.getByRole("textbox", { name: "Name" }).fill("support");
  await form.getByLabel(/token/i).first().fill("parcel-key-1234567890");
  await form.getByLabel("Depot").fill("south");
  await form.getByLabel(/Base URL/).fill(address);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("heading", { name: "support", exact: true })).toBeVisible();

  await app.page.getByRole("radio", { name: "Live", exact: true }).click();
  await app.run(
    `print(app.integrations.parcels.support.order_pickup{ number = "P-100", note = "Ring" }.pickup)`,
    "live.lua",
  );
  const question = app.page.getByRole("dialog", { name: "Send from the account “support”?" });
  await expect(question).toContainText("parcels.order_pickup on line 1");
  await expect(question).toContainText("P-100");
  expect(received).toEqual([]);
  await question.getByRole("button", { name: "Send", exact: true }).click();
  await app.finished();
  await expect(app.output).toContainText("7");
  expect(received).toEqual(["POST /south/pickups?key=parcel-key-1234567890 no bearer"]);
  expect(await app.everything()).not.toContain("parcel-key-1234567890");
  await close(server);
});
