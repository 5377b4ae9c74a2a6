import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "../support/app-page";
import { firstTitle } from "../support/built-in-course";
import { sampleCourse } from "../unit/lessons/sample-course";

const zip = (files: ReadonlyMap<string, string>) => ({
  name: "tea.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])))),
});

/** A second lesson beside the sample course's own. */
function twoLessons(text: string): Map<string, string> {
  const files = sampleCourse({ "01-return/lesson.md": text });
  for (const [path, own] of sampleCourse()) files.set(path.replace("01-return", "02-more"), own);
  return files;
}

/** Makes a part of the page throw while it renders: the element whose class begins like that cannot be made. */
async function breakPart(page: Page, className: string): Promise<void> {
  await page.evaluate((name) => document.documentElement.setAttribute("data-broken", name), className);
}

// Each test opens the page itself, with what breaks it in place.
test.use({ address: null });

test.beforeEach(async ({ app }) => {
  await app.page.addInitScript(() => {
    const { setAttribute, replaceChildren } = Element.prototype;
    Element.prototype.setAttribute = function (name, value) {
      const broken = document.documentElement?.getAttribute("data-broken");
      if (name === "class" && broken && String(value).startsWith(broken)) throw new Error("broken by a test");
      setAttribute.call(this, name, value);
    };
    Element.prototype.replaceChildren = function (...nodes) {
      const text = nodes.map((node) => (typeof node === "string" ? node : node.textContent)).join("");
      if (text.includes("BROKEN TEXT")) throw new Error("broken by its text");
      replaceChildren.apply(this, nodes);
    };
  });
});

test("a lesson whose text cannot be drawn can be left and forgotten, even after a reload", async ({
  app,
}) => {
  const { page } = app;
  await app.open();
  await page.getByRole("tab", { name: "Lesson" }).click();
  const panel = page.getByRole("tabpanel", { name: "Lesson" });
  await panel
    .getByLabel("Course as a zip")
    .setInputFiles(zip(twoLessons("# Bad\n\nBROKEN TEXT\n\n## Your task\n\nNone")));
  const alert = panel.getByRole("alert");
  await expect(alert).toContainText("Couldn't show the lesson's text");
  await expect(alert).toContainText("broken by its text");
  await expect(panel).not.toContainText(firstTitle);

  await panel.getByRole("button", { name: "Lessons" }).click();
  await panel.getByRole("button", { name: /^2\. / }).click();
  await expect(panel.getByRole("heading", { name: "Return a number" })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await panel.getByRole("button", { name: "Lessons" }).click();
  await panel.getByRole("button", { name: /^1\. / }).click();
  await expect(alert).toBeVisible();

  await page.reload();
  await page.getByRole("tab", { name: "Lesson" }).click();
  await expect(alert).toContainText("broken by its text");
  await app.run("print('still runs')");
  await expect(app.output).toContainText("still runs");
  await page.getByRole("tab", { name: "Lesson" }).click();
  await panel.getByRole("button", { name: "Courses" }).click();
  await page.getByRole("menuitem", { name: "Remove Tea class" }).click();
  await expect(panel.getByRole("heading", { name: firstTitle })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("the palette says so when the control that it leads to doesn't come", async ({ app }) => {
  const { page } = app;
  await app.open();
  await breakPart(page, "pane accounts");
  await page.keyboard.press("F1");
  await page.getByRole("combobox", { name: "Command" }).fill("add account");
  await page.getByRole("option", { name: "Add account" }).click();
  await expect(page.getByRole("region", { name: "Notices" })).toContainText(
    "Couldn't complete “Add account”",
  );
});

for (const { tab, part } of [
  { tab: "Calls", part: "pane calls" },
  { tab: "Accounts", part: "pane accounts" },
  { tab: "Docs", part: "pane docs" },
] as const) {
  test(`an error in the tab ${tab} stays in it, and the tab can be redrawn`, async ({ app }) => {
    const { page } = app;
    await app.open();
    await breakPart(page, part);
    await app.tab(tab);
    const panel = page.getByRole("tabpanel", { name: tab });
    await expect(panel.getByRole("alert")).toContainText(`Couldn't show the ${tab} tab`);
    await expect(panel.getByRole("alert")).toContainText("broken by a test");
    await app.run("print('still runs')");
    await expect(app.output).toContainText("still runs");
    await breakPart(page, "");
    await app.tab(tab);
    await panel.getByRole("button", { name: "Try again" }).click();
    await expect(panel.locator(`.${part.replace(" ", ".")}`)).toBeVisible();
    await expect(panel.getByRole("alert")).toHaveCount(0);
  });
}

test("an error in the phone while the page opens leaves the rest", async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    document.addEventListener("readystatechange", () => {
      document.documentElement.setAttribute("data-broken", "pane phone");
    });
  });
  await app.open();
  await expect(app.phone.getByRole("alert")).toContainText("Couldn't show the Phone tab");
  await app.run("print('still runs')");
  await expect(app.output).toContainText("still runs");
  await breakPart(page, "");
  await app.phone.getByRole("button", { name: "Try again" }).click();
  await expect(app.phone.getByRole("log")).toBeVisible();
});

test("a dialog that cannot be drawn leaves the page usable", async ({ app }) => {
  const { page } = app;
  await app.open();
  await breakPart(page, "dialog shortcuts");
  await page.keyboard.press("F1");
  await page.getByRole("combobox", { name: "Command" }).fill("shortcuts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Couldn't show the dialog" })).toBeVisible();
  await breakPart(page, "");
  await app.run("print('still runs')");
  await expect(app.output).toContainText("still runs");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("a course whose Markdown is too deep is refused by file, and the open one stays", async ({ app }) => {
  const { page } = app;
  await app.open();
  await page.getByRole("tab", { name: "Lesson" }).click();
  const panel = page.getByRole("tabpanel", { name: "Lesson" });
  await panel
    .getByLabel("Course as a zip")
    .setInputFiles(zip(twoLessons(`# Deep\n\n${">".repeat(20_000)} x`)));
  await expect(panel.getByRole("alert")).toContainText(
    "01-return/lesson.md: Its Markdown is nested deeper than 50",
  );
  await expect(panel.getByRole("heading", { name: firstTitle })).toBeVisible();
});

const MARKUP = `# Markup

<video src="https://elsewhere.example/v.mp4" autoplay></video><audio src="https://elsewhere.example/a.mp3"></audio>
<picture><source srcset="https://elsewhere.example/s.png"><img src="https://elsewhere.example/i.png"></picture>
<table background="https://elsewhere.example/t.png"><tr><td background="https://elsewhere.example/d.png">cell</td></tr></table>
<p style="background:url(https://elsewhere.example/p.png)" class="notices" id="root" data-page="errors" aria-label="x">styled</p>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a><image href="https://elsewhere.example/g.png"/></svg>
<math><mtext><mglyph><style><img src=x onerror="document.title='owned'"></style></mglyph></mtext></math>
<form action="https://elsewhere.example/"><input name="token"><button>Send</button></form>
<iframe src="https://elsewhere.example/"></iframe><object data="https://elsewhere.example/o"></object>
<link rel="stylesheet" href="https://elsewhere.example/l.css"><style>@import "https://elsewhere.example/c.css";</style>
<a href="javascript:document.title='owned'">one</a> <a href="data:text/html,x">two</a> <a href="https://fine.example/" title="t" onclick="document.title='owned'" target="_self" ping="https://elsewhere.example/ping">three</a>
![picture](https://elsewhere.example/m.png) [four](javascript:document.title='owned') [five](<java&#10;script:document.title='owned'>)
<details open ontoggle="document.title='owned'"><summary>six</summary>inside</details><img src=x onerror="document.title='owned'">

## Your task

1. a
2. **b** *c* ~~d~~ \`e\`
`;

test("only what Markdown produces is left of a lesson's markup", async ({ app }) => {
  const { page } = app;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await app.open();
  await page.getByRole("tab", { name: "Lesson" }).click();
  const panel = page.getByRole("tabpanel", { name: "Lesson" });
  await panel.getByLabel("Course as a zip").setInputFiles(zip(twoLessons(MARKUP)));
  await expect(panel.getByRole("heading", { name: "Markup" })).toBeVisible();
  const found = await panel.locator(".docs-prose").evaluateAll((boxes) =>
    boxes.flatMap((box) =>
      [...box.querySelectorAll("*")].map((element) => ({
        tag: element.localName,
        // The page's own: links open apart, tables scroll in a box, short code stays on one line.
        attributes: element.matches(".docs-table, code.is-short")
          ? []
          : element
              .getAttributeNames()
              .filter((name) => element.localName !== "a" || !/^(target|rel)$/.test(name)),
        href: element.getAttribute("href"),
      })),
    ),
  );
  const tags = new Set("h2 h3 p br a table tbody tr td ol li strong em del code div".split(" "));
  expect(found.filter(({ tag }) => !tags.has(tag))).toEqual([]);
  expect(
    found.filter(({ attributes }) => attributes.some((name) => !/^(href|title|align|start)$/.test(name))),
  ).toEqual([]);
  expect(found.flatMap(({ href }) => href ?? [])).toEqual(["https://fine.example/"]);
  await expect(panel).toContainText("inside");
  expect(asked.filter((url) => url.includes("elsewhere.example"))).toEqual([]);
  expect(await page.title()).not.toBe("owned");
});
