/** The editor while the page never rests, as in the middle of a long run on a slow machine. */
import { expect, test } from "../support/app-page";
import { edit, shown } from "../support/script-editor";

test.use({ monaco: "comes" });

test("brackets close and lines are indented before the page has had time to colour the lines above", async ({
  app,
  page,
}) => {
  await app.fullEditor();
  await page.evaluate(() => {
    window.requestIdleCallback = () => 0;
  });
  await edit(app, "local wa = app.integrations.whatsapp\nif wa then\n");
  await page.keyboard.type("wa.send_message({");
  await page.keyboard.press("Enter");
  await page.keyboard.type('body = "Hi');
  await expect
    .poll(() => shown(page))
    .toBe('local wa = app.integrations.whatsapp\nif wa then\nwa.send_message({\n  body = "Hi"\n})');
});
