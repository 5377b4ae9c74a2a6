/** Runs that are too long for all of their steps, in the built page. */
import { expect, test } from "../support/app-page";

test("a run stopped in an endless loop can be stepped through up to the limit", async ({ app }) => {
  const { page } = app;
  await app.run("print('on')\nlocal n = 0\nwhile true do\n  n = n + 1\nend");
  await expect(app.output).toContainText("on");
  await app.stopButton().click();
  await expect(app.status).toContainText("Stopped");
  await page.keyboard.press("Control+F10");
  const bar = page.getByRole("region", { name: "Steps", exact: true });
  await expect(bar).toContainText("Recording ends at step 5,000,000. Later steps were dropped.");
  await page.keyboard.press("Alt+End");
  await expect(bar).toContainText("step 5,000,000 of 5,000,000");
  const locals = page.getByRole("tabpanel", { name: "Steps" }).getByRole("region", { name: "Locals" });
  await expect(locals).toContainText(/n: \d{7}/);
});

test("a run of more than five million steps keeps the first and last, and says so", async ({ app }) => {
  const { page } = app;
  await app.run(
    "local function fib(n)\n  if n < 2 then return n end\n  return fib(n - 1) + fib(n - 2)\nend\nprint(fib(29))",
  );
  await app.finished();
  await page.keyboard.press("Control+F10");
  const bar = page.getByRole("region", { name: "Steps", exact: true });
  await expect(bar).toContainText(
    /This run has too many steps: 2,\d{3},\d{3} to \d,\d{3},\d{3} were dropped\./,
  );
  await page.keyboard.press("Alt+End");
  await expect(bar).toContainText(/End · step 5,8\d\d,\d{3} of 5,8/);
  await expect(app.output).toContainText("514229");
});
