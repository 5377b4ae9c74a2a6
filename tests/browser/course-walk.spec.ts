/**
 * The course as learners walk through it: each lesson's starter is run, its task is done, and Next leads on. `npm test` walks
 * through its beginning and end, `npm run test:deep` through all lessons, with and without mistakes. What a learner reads
 * after each run and Check is in `walk.txt` beside the test's other output.
 */
import { writeFile } from "node:fs/promises";
import { expect, test } from "../support/app-page";
import { courseFile, lessonIds, listed, titleOf, wrongAnswer } from "../support/built-in-course";
import { DEEP } from "../support/sample";

test.use({ address: `?lesson=${lessonIds[0]}` });

const ends = [...lessonIds.slice(0, 2), ...lessonIds.slice(-1)];
const walks = DEEP
  ? [
      { with: "a mistake in every lesson", lessons: lessonIds, mistaken: lessonIds },
      { with: "no mistake", lessons: lessonIds, mistaken: [] },
    ]
  : [{ with: "a mistake in some lessons", lessons: ends, mistaken: [ends[0], ends[2]] }];

for (const walk of walks) {
  test(`the course is walked through with ${walk.with}`, async ({ app }, info) => {
    const { page } = app;
    const told: string[] = [];
    await app.fullEditor();
    const panel = page.getByRole("tabpanel", { name: "Lesson" });
    const status = panel.getByRole("status", { name: "Check" });
    const check = async () => {
      await panel.getByRole("button", { name: "Check", exact: true }).click();
      await expect(status).toContainText(/Not right yet|Passed in every world/);
    };
    await panel.getByRole("button", { name: "Start" }).click();
    for (const [index, lesson] of walk.lessons.entries()) {
      await expect(panel.getByRole("heading", { name: titleOf(lesson), level: 2 })).toBeVisible();
      await expect(page.locator(".script-row.is-current .row-main")).toHaveText(`${lesson}.lua`);
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

      if (walk.mistaken.includes(lesson)) {
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
      await expect(panel).toContainText(`${index + 1} of ${lessonIds.length} passed`);
      const next = walk.lessons[index + 1];
      if (next === undefined) continue;
      if (next === lessonIds[lessonIds.indexOf(lesson) + 1])
        await panel
          .getByRole("button", { name: `Next: ${titleOf(next)}` })
          .first()
          .click();
      else {
        await panel.getByRole("button", { name: "Lessons" }).click();
        await panel.getByRole("button", { name: listed(next) }).click();
      }
    }
    await writeFile(info.outputPath("walk.txt"), told.join("\n"));
    await expect(status).toContainText(/that was the last lesson/i);
  });
}
