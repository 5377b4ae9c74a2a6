import { expect, test } from "../support/live-page";

const SEND = `print(app.integrations.whatsapp.send_message({ to = "15551234567", body = "Live hello" }).messages[1].id)`;
const SEND_TWICE = `for i = 1, 2 do
  app.integrations.whatsapp.shop.send_message({ to = "15551234567", body = "Number " .. i })
  print("sent " .. i)
end`;
const READ = `print(app.integrations.whatsapp.get_current_user().id)`;

test("live is unmistakable, and a reload returns to mock", async ({ app, live }) => {
  await live.begin();
  await expect(app.page.getByRole("status").filter({ hasText: "LIVE" })).toBeVisible();
  await expect(app.runButton()).toHaveText("Run live");
  await expect(app.page.getByRole("radio", { name: "Live", exact: true })).toBeChecked();
  await app.page.reload();
  await expect(app.page.getByRole("radio", { name: "Mock", exact: true })).toBeChecked();
  await expect(app.runButton()).toHaveText("Run");
  await app.run(SEND);
  await app.finished();
  expect(live.server.received).toEqual([]);
});

test("a write asks first, showing account, recipient and text: Send sends once, “Send all in this run” until it ends, Stop nothing", async ({
  app,
  live,
}) => {
  await live.begin();
  const before = live.arrived("POST");
  await app.run(SEND_TWICE);
  const question = live.question();
  await expect(question).toContainText("whatsapp.send_message on line 2");
  await expect(question).toContainText("15551234567");
  await expect(question).toContainText("Number 1");
  await expect(question.getByRole("button", { name: "Don't send" })).toBeFocused();
  await expect(app.status).toContainText("Waiting for response");
  expect(live.arrived("POST")).toBe(before);
  await question.getByRole("button", { name: "Send", exact: true }).click();
  await expect(question).toContainText("Number 2");
  expect(live.arrived("POST")).toBe(before + 1);
  await question.getByRole("button", { name: "Send", exact: true }).click();
  await app.finished();
  expect(live.arrived("POST")).toBe(before + 2);
  expect(live.server.received.at(-1)).toMatchObject({
    authorization: `Bearer ${live.server.account.token}`,
    body: expect.stringContaining("Number 2"),
  });

  await app.runButton().click();
  await live.question().getByRole("button", { name: "Send all in this run" }).click();
  await app.finished();
  await expect(app.output).toContainText("sent 2");
  await app.runButton().click();
  await expect(live.question()).toBeVisible();
  await app.page.keyboard.press("Escape");
  await app.failed(
    "test.lua:2: Integration 'whatsapp' write requires approval. Ask the user to change the permission in /settings → Integrations",
  );
  expect(live.arrived("POST")).toBe(before + 4);

  await app.run(SEND, "stopped.lua");
  await expect(live.question()).toBeVisible();
  await app.page.keyboard.press("ControlOrMeta+.");
  await expect(live.question()).toBeHidden();
  await expect(app.status).toContainText("Stopped after");
  expect(live.arrived("POST")).toBe(before + 4);
});

test("writes set to deny are refused without asking; reads go through, or ask if set to", async ({
  app,
  live,
}) => {
  await live.begin();
  await app.settings(async (dialog) => {
    await dialog.getByRole("radiogroup", { name: "Write" }).getByText("deny").click();
    await dialog.getByRole("radiogroup", { name: "Read" }).getByText("ask").click();
  });
  await app.run(SEND);
  await app.failed(
    "test.lua:1: Integration 'whatsapp' write access denied. Enable it in /settings → Integrations",
  );
  expect(live.arrived("POST")).toBe(0);
  await app.run(READ, "read.lua");
  const question = app.page.getByRole("dialog", { name: "Allow get_current_user with the account “shop”?" });
  await question.getByRole("button", { name: "Allow", exact: true }).click();
  await app.finished();
  await expect(app.output).toContainText(/^\d+/);
  expect(live.arrived("GET")).toBe(1);
});

test("after a refused preflight, “Test connection” finds a way that works and remembers it", async ({
  app,
  live,
}) => {
  await live.begin("preflight-refused");
  await app.run(READ);
  await app.failed(/Failed to connect to WhatsApp API/);
  await app.tab("Accounts");
  await app.accounts.getByRole("button", { name: "Test connection" }).click();
  await expect(app.accounts.getByText(/^Connected using the token as a parameter/)).toBeVisible();
  await expect(app.accounts.getByText("Works: token as a parameter")).toBeVisible();
  await app.page.reload();
  await live.switchOn();
  const preflights = live.arrived("OPTIONS");
  await app.run(READ, "again.lua");
  await app.finished();
  expect(live.arrived("OPTIONS")).toBe(preflights);
});

test("a write whose connection was cut has an unknown outcome and is not sent again", async ({
  app,
  live,
}) => {
  // Counted where the page hands them over: Chromium itself repeats what a reused connection lost.
  const sent: string[] = [];
  app.page.on("request", (request) => sent.push(request.method()));
  await live.begin("cut");
  await app.run(SEND);
  await live.question().getByRole("button", { name: "Send", exact: true }).click();
  await app.failed(/^test\.lua:1: Failed to connect to WhatsApp API: /);
  const rows = await app.callRows();
  await expect(rows).toContainText("outcome unknown");
  await rows.click();
  await expect(app.calls).toContainText("the write may or may not have happened");
  expect(sent.filter((method) => method === "POST")).toHaveLength(1);
});

test("an HTML response says where to look, and 429 is raised without a retry", async ({ app, live }) => {
  await live.begin("html");
  await app.run(READ);
  await app.failed("WhatsApp API endpoint not available (HTTP 404)");
  await app.tab("Accounts");
  await app.accounts.getByRole("button", { name: "Edit shop" }).click();
  await app.accounts.getByLabel(/Base URL/).fill(live.server.baseUrl("rate-limited"));
  await app.accounts.getByRole("button", { name: "Save" }).click();
  await expect(app.accounts.getByRole("button", { name: "Edit shop" })).toBeVisible();
  const before = live.arrived("GET");
  await app.run(READ, "again.lua");
  await app.failed("again.lua:1: WhatsApp API error (429): (#130429) Rate limit hit");
  expect(live.arrived("GET")).toBe(before + 1);
});

test("a token echoed in Meta's error appears nowhere: page, console, calls, storage, script", async ({
  app,
  live,
}) => {
  const token = "EAAGmT9qkZfoBOw3TestTokenOfNoOne7Qp2";
  const logged: string[] = [];
  app.page.on("console", (message) => logged.push(message.text()));
  await live.begin("unauthorized", token);
  await app.run(`local ok, message = pcall(app.integrations.whatsapp.get_current_user)
print(message, message:find("EAAG", 1, true))
error(message, 0)`);
  await app.failed(/WhatsApp API error \(401\): Error validating access token/);
  expect(live.server.received.at(-1)?.authorization).toBe(`Bearer ${token}`);
  const rows = await app.callRows();
  await rows.click();
  await expect(app.calls).toContainText("Response · HTTP 401");
  await app.tab("Accounts");
  await app.accounts.getByRole("button", { name: "Test connection" }).click();
  await expect(app.accounts.getByText(/^Reached the API/)).toBeVisible();
  const all = await app.everything();
  for (let at = 0; at + 12 <= token.length - 4; at += 4) {
    expect(all).not.toContain(token.slice(at, at + 12));
    expect(logged.join("\n")).not.toContain(token.slice(at, at + 12));
  }
});

test("Stop ends the wait for a slow response, and the next run works", async ({ app, live }) => {
  await live.begin("slow");
  await app.run(READ);
  await expect.poll(() => live.arrived("GET")).toBe(1);
  await expect(app.status).toContainText("Waiting for response");
  await app.page.keyboard.press("ControlOrMeta+.");
  await expect(app.status).toContainText("Stopped after");
  await app.page.getByRole("button", { name: "Back to mock" }).click();
  await app.run(READ, "again.lua");
  await app.finished();
});

test("live without an account leads to adding one, and so do the error and the call", async ({
  app,
  live,
}) => {
  const add = app.accounts.getByRole("button", { name: "Add account" });
  await live.switchOn();
  await expect(add).toBeVisible();
  await app.tab("Phone");
  await app.run(READ);
  await app.failed("test.lua:1: WhatsApp integration is not configured.");
  await app.errorBlock().getByRole("button", { name: "Add an account" }).click();
  await expect(add).toBeVisible();
  const rows = await app.callRows();
  await rows.click();
  await expect(app.calls.locator(".calls-explanation")).toContainText(/account/i);
  expect(live.server.received).toEqual([]);
});

test("Steps go through a live run with the responses it got, and send nothing", async ({ app, live }) => {
  await live.begin();
  const source = `local began = os.time()
for i = 1, 2 do
  local sent = app.integrations.whatsapp.send_message({ to = "15551234567", body = "Number " .. i })
  print(i, #sent.messages[1].id > 10, os.time() >= began, os.clock() >= 0)
end`;
  await app.run(source);
  await live.question().getByRole("button", { name: "Send all in this run" }).click();
  await app.finished();
  const arrived = live.server.received.length;
  await app.page.getByRole("button", { name: "Steps", exact: true }).click();
  const slider = app.page.getByRole("slider", { name: "Step", exact: true });
  await expect(slider).toHaveValue("2");
  await expect(app.output).not.toContainText("true");
  await slider.focus();
  await slider.press("End");
  await expect(app.output).toContainText("2\ttrue\ttrue\ttrue");
  await slider.press("Home");
  await expect(app.output).not.toContainText("true");
  await expect(app.page.getByText("differs from the run")).toHaveCount(0);
  expect(live.server.received.length).toBe(arrived);
});
