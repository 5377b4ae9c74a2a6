/**
 * The course as learners walk through it: each lesson's starter is run, its task is done, and Next leads on. Of all lessons in
 * `npm run test:deep`. What a learner reads after each run and Check is in `walk.txt` beside the test's other output.
 */
import { writeFile } from "node:fs/promises";
import { expect, test } from "../support/app-page";
import { courseFile, lessonIds, titleOf, wrongAnswer } from "../support/built-in-course";
import { sample } from "../support/sample";

for (const withMistakes of [false, true]) {
  test(`the course is walked through, ${withMistakes ? "a mistake in every lesson" : "without a mistake"}`, async ({
    app,
  }, info) => {
    const { page } = app;
    const told: string[] = [];
    await app.open(`?lesson=${lessonIds[0]}`);
    await app.fullEditor();
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    const status = panel.getByRole("status", { name: "Check" });
    const check = async () => {
      await panel.getByRole("button", { name: "Check", exact: true }).click();
      await expect(status).toContainText(/Not right yet|Passed in every world/);
    };
    await panel.getByRole("button", { name: "Start" }).click();
    for (const lesson of lessonIds.slice(0, sample(2, lessonIds.length))) {
      await expect(panel.getByRole("heading", { name: titleOf(lesson), level: 2 })).toBeVisible();
      told.push(`== ${lesson}`);

      // As it is handed out, in the world that the lesson offers.
      const offered = panel.getByRole("button", { name: /^Run in / });
      if (await offered.isVisible()) {
        await offered.click();
        // Its world is loaded first. Until then, the console shows the run before.
        await expect(page.getByRole("tab", { name: /^Calls/ })).toHaveAttribute("aria-selected", "true");
      } else await app.runButton().click();
      await expect(app.status).toContainText(/Finished in|Failed/);
      told.push(`run: ${await app.status.textContent()}`);
      if (await app.errorBlock().isVisible()) told.push(`  ${await app.errorBlock().textContent()}`);
      await app.tab("Lesson");

      if (withMistakes) {
        const mistake = wrongAnswer(lesson);
        await app.write(courseFile(`${lesson}/${mistake}`));
        await check();
        await expect(status, lesson).toContainText("Not right yet");
        const verdict = panel
          .getByRole("listitem")
          .filter({ has: page.locator(".lesson-sentence") })
          .first();
        told.push(`${mistake}: ${await verdict.textContent()}`);
      }
      await app.write(courseFile(`${lesson}/solution.lua`));
      await expect(status).not.toContainText("Passed");
      await check();
      await expect(status, lesson).toContainText("Passed in every world");
      const next = lessonIds[lessonIds.indexOf(lesson) + 1];
      if (next !== undefined)
        await panel
          .getByRole("button", { name: `Next: ${titleOf(next)}` })
          .first()
          .click();
    }
    await writeFile(info.outputPath("walk.txt"), told.join("\n"));
    await expect(panel).toContainText(
      new RegExp(`${sample(2, lessonIds.length)} of ${lessonIds.length} passed`),
    );
  });
}
