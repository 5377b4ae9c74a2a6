import type { Locator, Page } from "@playwright/test";
import { apply, receive, seedWorld, type World } from "../../src/integrations/whatsapp/simulator/page";
import { deferred } from "../../src/shared/deferred";
import { BESIDE_EDITOR, violationsAtThisWidth, violationsInBothThemes } from "../support/accessibility";
import { AppPage, expect, test } from "../support/app-page";

const CAMILLE = "33639980123";

function send(to: string, body: string): string {
  return `print(app.integrations.whatsapp.send_message({ to = "${to}", body = "${body}" }).messages[1].id)`;
}

const TEMPLATE = `app.integrations.whatsapp.send_template({
  to = "447700900142", template_name = "tasting_reminder", language = "en_US",
  components = {
    { type = "header", parameters = { { type = "image", image = { link = "https://tea.example/room.jpg" } } } },
    { type = "body", parameters = {
      { type = "text", parameter_name = "first_name", text = "Priya" },
      { type = "text", parameter_name = "day", text = "Saturday" },
      { type = "text", parameter_name = "time", text = "4 pm" },
    } },
  },
})`;

/** The shop after this many messages of Maya's. */
function longChat(count: number): World {
  let world = seedWorld();
  const number = world.accounts[0]?.phoneNumberId ?? "";
  for (let n = 1; n <= count; n += 1) {
    const wrote = receive(world, number, "15551234567", `Number ${n}`);
    world = apply(apply(world, wrote), { type: "time_passed", ms: 60_000 });
  }
  return world;
}

/** Puts a world where the page keeps it; the next load has it. */
async function keepWorld(page: Page, world: World): Promise<void> {
  await page.evaluate(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("lua-agent-playground-world", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("records");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("records", "readwrite");
          writing.objectStore("records").put(record, "world");
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(writing.error);
        };
      }),
    { revision: "put by a test", pristine: false, world },
  );
}

/** Leaves the chat that the phone shows, if it shows one. */
async function list(phone: Locator): Promise<void> {
  const back = phone.getByRole("button", { name: "All chats" });
  await expect(back.or(phone.getByRole("button", { name: "New customer message" }))).toBeVisible();
  if (await back.isVisible()) await back.click();
}

/** Opens a customer's chat from the list, unless the phone shows it already. */
async function chat(phone: Locator, name: string): Promise<Locator> {
  const log = phone.getByRole("log", { name: `Messages with ${name}` });
  await expect(
    phone.getByRole("log").or(phone.getByRole("button", { name: "New customer message" })),
  ).toBeVisible();
  if (await log.isVisible()) return log;
  await list(phone);
  await phone.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  return log;
}

async function writeAs(phone: Locator, name: string, text: string): Promise<void> {
  await phone.getByRole("textbox", { name: `Write as ${name}` }).fill(text);
  await phone.getByRole("button", { name: `Send as ${name}` }).click();
}

/** Something the customer can do, out of the chat's menu. */
async function does(phone: Locator, name: string, what: string): Promise<void> {
  await phone.getByRole("button", { name: `Actions for ${name}` }).click();
  await phone.getByRole("menuitem", { name: what }).click();
}

test("outside the window a message fails; the customer writes, and the next one is read", async ({ app }) => {
  const { page, phone } = app;
  await app.run(send(CAMILLE, "Your *tea* is ready"), "write.lua");
  await app.finished();
  await app.tab("Phone");
  const log = await chat(phone, "Camille Durand");
  await expect(phone.getByText("Window closed: templates only")).toBeVisible();
  await phone.getByRole("button", { name: "+1 h" }).click();
  const failed = log.getByRole("article", { name: /^You, .*failed with 131047.*: Your tea is ready$/ });
  await expect(failed).toContainText("Not delivered.");
  await expect(failed.getByText("tea", { exact: true })).toHaveCSS("font-weight", "700");

  await writeAs(phone, "Camille Durand", "Is it ready?");
  await expect(log.getByRole("article", { name: /^Camille Durand, .*: Is it ready\?$/ })).toBeVisible();
  await expect(phone.getByText(/^Window open, 24 h left$/)).toBeVisible();

  await app.runButton().click();
  await app.finished();
  await app.tab("Phone");
  const again = log.getByRole("article").last();
  await expect(again).toHaveAccessibleName(/^You, .*(accepted|sent|delivered)/);
  await phone.getByRole("button", { name: "+1 h" }).click();
  await expect(again).toHaveAccessibleName(/^You, .*, read: Your tea is ready$/);
  await phone.getByRole("button", { name: "+25 h" }).click();
  await expect(phone.getByText("Window closed: templates only")).toBeVisible();

  await page.reload();
  await app.tab("Phone");
  await chat(phone, "Camille Durand");
  await expect(log.getByRole("article")).toHaveCount(3);
  await expect(log.getByRole("article").last()).toHaveAccessibleName(/, read: /);
});

test("by keyboard alone: a message fails, the customer replies and presses a button, the next one is read", async ({
  app,
}) => {
  const { page, phone } = app;
  /** A command by its name, as one gives it without a mouse. */
  const command = async (name: string) => {
    await page.keyboard.press("F1");
    await page.getByRole("combobox", { name: "Command" }).fill(name);
    await page.keyboard.press("Enter");
  };
  /** Goes there by Tab. */
  const reach = async (target: Locator, key = "Tab") => {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`Not reached by ${key}: ${String(target)}`);
  };
  await app.script(`${send(CAMILLE, "Your tea is ready")}\n${TEMPLATE}`, "keys.lua");
  await app.editor.focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await app.finished();
  await command("Phone");
  await expect(phone).toBeVisible();
  await reach(page.getByRole("tab", { name: "Phone" }), "F6");
  await reach(phone.getByRole("button", { name: "+1 h" }));
  await page.keyboard.press("Enter");
  await reach(phone.getByRole("button", { name: /^Camille/ }));
  await page.keyboard.press("Enter");
  const log = phone.getByRole("log", { name: "Messages with Camille Durand" });
  await expect(log).toBeFocused();
  await expect(log.getByRole("article", { name: /failed with 131047/ })).toBeVisible();
  await reach(phone.getByRole("textbox", { name: "Write as Camille Durand" }));
  await page.keyboard.type("Thank you!");
  await page.keyboard.press("Enter");
  await expect(log.getByRole("article", { name: /Thank you!$/ })).toBeVisible();
  await reach(phone.getByRole("button", { name: "All chats" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(phone.getByRole("button", { name: /^Camille/ })).toBeFocused();
  await reach(phone.getByRole("button", { name: /^Priya/ }));
  await page.keyboard.press("Enter");
  await reach(phone.getByRole("button", { name: "I will be there" }));
  await page.keyboard.press("Space");
  const answer = phone.getByRole("article", { name: /pressed the button: I will be there$/ });
  await expect(answer).toBeInViewport();
  // What it answers.
  await expect(answer).toContainText("You");
  await page.keyboard.press("ControlOrMeta+Enter");
  await app.finished();
  await reach(phone.getByRole("button", { name: "+1 h" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await reach(phone.getByRole("button", { name: /^Camille/ }));
  await expect(phone.getByRole("button", { name: /^Camille/ })).toHaveAccessibleName(
    /last: You, .*, (delivered|read): Your tea is ready$/,
  );
});

test("what a customer writes while a script runs is seen by its next call", async ({ app }) => {
  const { phone } = app;
  await app.run(
    `local wa = app.integrations.whatsapp
while true do
  local sent, answer = pcall(wa.send_message, { to = "${CAMILLE}", body = "Are you there?" })
  local status = sent and "accepted" or "failed"
  while status == "accepted" do
    status = wa.get_message({ message_id = answer.messages[1].id }).messages[1].message_status
  end
  if status ~= "failed" then return print("reached: " .. status) end
end`,
    "wait.lua",
  );
  await app.tab("Phone");
  await chat(phone, "Camille Durand");
  await writeAs(phone, "Camille Durand", "Here I am");
  await app.finished();
  await expect(app.output).toContainText("reached: sent");
});

test("what a customer does is shown in another tab, and is still there after a reload right behind it", async ({
  app,
  context,
}) => {
  const { page, phone } = app;
  const other = new AppPage(await context.newPage());
  await other.open(page.url());
  await other.tab("Phone");
  await chat(other.phone, "Priya Nair");
  await page.bringToFront();
  await app.tab("Phone");
  await chat(phone, "Priya Nair");
  await writeAs(phone, "Priya Nair", "From the first tab");
  await expect(other.phone.getByRole("article", { name: /From the first tab$/ })).toBeVisible();
  await writeAs(phone, "Priya Nair", "Sent just before");
  await page.reload();
  await app.tab("Phone");
  const log = await chat(phone, "Priya Nair");
  await expect(log.getByRole("article").last()).toHaveAccessibleName(/^Priya Nair, .*: Sent just before$/);
});

test("a customer who blocked the business gets nothing until it is unblocked, one whose phone is off nothing until it is on", async ({
  app,
}) => {
  const { phone } = app;
  await app.tab("Phone");
  const log = await chat(phone, "Maya Torres");
  await does(phone, "Maya Torres", "Block the business");
  await expect(phone.getByText("blocked the business. Unblock it to write.")).toBeVisible();
  await app.run(send("15551234567", "Are you there?"), "blocked.lua");
  await app.finished();
  await app.tab("Phone");
  await phone.getByRole("button", { name: "+1 h" }).click();
  await expect(log.getByRole("article", { name: /failed with 131026.*Are you there\?$/ })).toBeVisible();
  await phone.getByRole("button", { name: "Unblock" }).click();
  await writeAs(phone, "Maya Torres", "Now I am");
  await expect(log.getByRole("article").last()).toHaveAccessibleName(/^Maya Torres, .*: Now I am$/);

  await does(phone, "Maya Torres", "Turn phone off");
  await app.run(send("15551234567", "Are you there?"), "off.lua");
  await app.finished();
  await app.tab("Phone");
  await phone.getByRole("button", { name: "+25 h" }).click();
  const waiting = log.getByRole("article").last();
  await expect(waiting).toHaveAccessibleName(/^You, .*, sent: Are you there\?$/);
  await expect(phone.getByText("phone is off. Turn it on to write.")).toBeVisible();
  await phone.getByRole("button", { name: "Turn on" }).click();
  await phone.getByRole("button", { name: "+1 h" }).click();
  await expect(waiting).toHaveAccessibleName(/^You, .*, read: Are you there\?$/);
});

test("a message leads to its call and its line, and back", async ({ app }) => {
  const { page, phone } = app;
  await app.fullEditor();
  await app.run(`print("first")\n${send("15551234567", "Find me")}`, "find.lua");
  await app.finished();
  await app.tab("Phone");
  await chat(phone, "Maya Torres");
  await phone.getByRole("button", { name: "Call 1" }).click();
  await expect(app.calls.getByRole("button", { name: /send_message/ })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
  await app.calls.getByRole("button", { name: "Show on the phone" }).click();
  const message = phone.getByRole("article", { name: /Find me$/ });
  await expect(message).toBeFocused();
  await message.getByRole("button", { name: "line 2" }).click();
  await page.keyboard.press("Home");
  await page.keyboard.type("-- here ");
  await expect(page.getByRole("region", { name: "Script", exact: true })).toContainText("-- here print(app");
});

test("a new customer writes first; the failure's explanation opens the docs", async ({ app }) => {
  const { phone } = app;
  await app.tab("Phone");
  await list(phone);
  await phone.getByRole("button", { name: "New customer message" }).click();
  const number = phone.getByRole("combobox", { name: "Customer's number" });
  await number.fill("12");
  await phone.getByRole("button", { name: "Open chat" }).click();
  await expect(phone.getByText(/^Not a valid phone number/)).toBeVisible();
  await number.fill("+1 555 010 0199");
  await phone.getByRole("button", { name: "Open chat" }).click();
  await writeAs(phone, "+15550100199", "Do you open on Sundays?");
  await phone.getByRole("button", { name: "All chats" }).click();
  const mine = phone.getByRole("button", {
    name: /^\+15550100199, 1 unread, last: .*Do you open on Sundays\?$/,
  });
  await expect(mine).toBeFocused();
  await app.run(send(CAMILLE, "Hello"), "fails.lua");
  await app.finished();
  await app.tab("Phone");
  await phone.getByRole("button", { name: "+1 h" }).click();
  await chat(phone, "Camille Durand");
  await phone.getByRole("button", { name: "What to do" }).click();
  await expect(app.docs).toBeVisible();
});

test("ten thousand messages: only visible ones are rendered, all can be reached, the newest stays in view", async ({
  app,
}) => {
  const { page, phone } = app;
  await keepWorld(page, longChat(10_000));
  await page.reload();
  await app.tab("Phone");
  const log = await chat(phone, "Maya Torres");
  await expect(log.getByRole("article", { name: /Number 10000$/ })).toBeInViewport();
  await expect.poll(() => log.getByRole("article").count()).toBeLessThan(60);
  await log.press("Home");
  await expect(log.getByRole("article", { name: /Good morning!/ })).toBeInViewport();
  await app.run(send("15551234567", "While you were up"), "more.lua");
  await app.finished();
  await app.tab("Phone");
  await expect(log.getByRole("article", { name: /Good morning!/ })).toBeInViewport();
  await phone.getByRole("button", { name: "Newest" }).click();
  await expect(log.getByRole("article", { name: /While you were up$/ })).toBeInViewport();
  await writeAs(phone, "Maya Torres", "So many!");
  await expect(log.getByRole("article", { name: /So many!$/ })).toBeInViewport();
});

test("while the code for long lists is on its way, a long chat shows its newest messages, and they stay in place when it arrives", async ({
  app,
}) => {
  const { page, phone } = app;
  await keepWorld(page, longChat(1_000));
  const code = deferred<void>();
  await page.route(/\/assets\/virtual-rows-[^/]*\.js$/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await page.reload();
  await app.tab("Phone");
  const log = await chat(phone, "Maya Torres");
  const message = (n: number) => log.getByRole("article", { name: new RegExp(`Number ${n}$`) });
  await expect(message(1_000)).toBeInViewport();
  expect(await log.getByRole("article").count()).toBeLessThanOrEqual(100);
  await log.hover();
  await page.mouse.wheel(0, -1_000);
  await expect(message(1_000)).not.toBeInViewport();
  await message(985).scrollIntoViewIfNeeded();
  const before = await message(985).boundingBox();
  code.resolve();
  await expect(message(910)).toHaveCount(0);
  await expect(message(985)).toBeInViewport();
  expect(await message(985).boundingBox()).toEqual(before);
});

test("a hidden phone renders nothing while a script runs, and the latest state once it is shown", async ({
  app,
}) => {
  const { page, phone } = app;
  await app.tab("Phone");
  const log = await chat(phone, "Maya Torres");
  await app.tab("Docs");
  await page.evaluate(async () => {
    // The chat's list notices in the next frame that it has no size any more.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const counts = { phone: 0 };
    Object.assign(globalThis, { counts });
    const panel = document.getElementById("panel-phone");
    if (panel === null) throw new Error("no phone");
    const watch = { childList: true, subtree: true, attributes: true, characterData: true };
    new MutationObserver((changes) => {
      // The panel's own `hidden` apart: that is how it is shown.
      counts.phone += changes.filter(({ target }) => target !== panel).length;
    }).observe(panel, watch);
  });
  await app.run(
    `for n = 1, 40 do app.integrations.whatsapp.send_message({ to = "15551234567", body = "Number " .. n }) end`,
    "many.lua",
  );
  await app.finished();
  await expect(page.getByRole("tab", { name: "Calls 40" })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(globalThis, "counts"))).toEqual({ phone: 0 });
  await app.tab("Phone");
  await expect(log.getByRole("article", { name: /Number 40$/ })).toBeInViewport();
});

test("of two tabs that let time run, the later one continues and the other says so", async ({
  app,
  context,
}) => {
  const { page, phone } = app;
  const other = new AppPage(await context.newPage());
  await other.open(page.url());
  const runs = (one: AppPage) => one.phone.getByRole("button", { name: "Run clock" });
  await page.bringToFront();
  await app.tab("Phone");
  await runs(app).click();
  await expect(runs(app)).toHaveAttribute("aria-pressed", "true");
  await other.page.bringToFront();
  await other.tab("Phone");
  await runs(other).click();
  await expect(runs(app)).toHaveAttribute("aria-pressed", "false");
  await expect(runs(other)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("The simulated clock stopped in this tab")).toBeVisible();
  const clock = phone.locator(".phone-clock time");
  const shown = await clock.textContent();
  // The world of the tab whose time runs comes to the other one.
  await expect(clock).not.toHaveText(shown ?? "");
  await expect(page.getByText("was also changed in another tab")).toHaveCount(0);
  await expect(other.page.getByText("was also changed in another tab")).toHaveCount(0);
});

test.describe("no axe violation in either theme", () => {
  test.use({ reducedMotion: "reduce" });
  for (const width of [1440, 360])
    test(`at ${width} px: list, new customer, chat with failures and buttons, blocked`, async ({ page }) => {
      const app = new AppPage(page);
      await app.open();
      await app.run(`${TEMPLATE}\n${send("447700900567", "To one who blocked")}\n${send(CAMILLE, "Hello")}`);
      await app.finished();
      await page.setViewportSize({ width, height: 740 });
      const nav = page.getByRole("navigation", { name: "Views" });
      if (width === 360) await nav.getByRole("button", { name: "Phone" }).click();
      else await app.tab("Phone");
      const { phone } = app;
      const scan = width === 1440 ? violationsInBothThemes : violationsAtThisWidth;
      const check = async (what: string) => {
        expect(await scan(page, BESIDE_EDITOR), what).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, what).toBeLessThanOrEqual(0);
      };
      await phone.getByRole("button", { name: "+1 h" }).click();
      await list(phone);
      await phone.getByRole("button", { name: "New customer message" }).click();
      await phone.getByRole("combobox", { name: "Customer's number" }).fill("nobody");
      await phone.getByRole("button", { name: "Open chat" }).click();
      await check("list");
      for (const name of ["Priya Nair", "Camille Durand", "Harriet"]) {
        await chat(phone, name);
        await check(name);
        await phone.getByRole("button", { name: "All chats" }).click();
      }
    });
});

test("the phone follows the script: first the customer it names, then each chat it writes to, until the person opens another", async ({
  app,
}) => {
  const { page, phone } = app;
  await expect(phone.getByRole("log", { name: "Messages with Maya Torres" })).toBeVisible();
  await app.run(send(CAMILLE, "Hello, Camille"), "camille.lua");
  await expect(phone.getByRole("article", { name: /Hello, Camille$/ })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Phone", exact: true })).toBeVisible();

  await app.run(
    `local wa = app.integrations.whatsapp
wa.sales.send_template({ to = "15551234567", template_name = "hello_world", language = "en_US" })
while #wa.list_contacts().data < 13 do end`,
    "sales.lua",
  );
  await expect(phone.getByRole("log", { name: "Messages with Maya Torres" })).toBeVisible();
  await expect(
    phone.getByRole("combobox", { name: "Business number" }).locator("option:checked"),
  ).toContainText("sales");
  await app.stopButton().click();

  await app.run(`${send(CAMILLE, "One")}\n${send("15551234567", "Two")}`, "both.lua");
  const list = phone.getByRole("button", { name: "New customer message" });
  await expect(list).toBeVisible();
  await phone.getByRole("button", { name: /^Camille/ }).click();
  await page.getByRole("button", { name: "2 messages to 2 people" }).click();
  await expect(list).toBeVisible();
});

test("after a run its messages are read as time passes, and the end of the run leads to them", async ({
  app,
}) => {
  const { page, phone } = app;
  await app.runButton().click();
  await expect(phone.getByRole("article", { name: /, read: Hello from Lua!$/ })).toBeVisible();
  await expect(phone.getByRole("button", { name: "Run clock" })).toHaveAttribute("aria-pressed", "false");
  const end = page.locator(".console-end-line");
  await expect(end).toContainText(/Finished in .*2 calls.*1 message to Maya Torres/);
  await app.tab("Docs");
  await app.runButton().click();
  await expect(page.getByRole("tab", { name: "Phone 1" })).toBeVisible();
  await end.getByRole("button", { name: "1 message to Maya Torres" }).click();
  await expect(phone.getByRole("article", { name: /Hello from Lua!$/ }).last()).toBeFocused();
  await expect(page.getByRole("tab", { name: "Phone", exact: true })).toBeVisible();
});
