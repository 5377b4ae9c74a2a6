/** Ways to step through code other than the page's last run. It is run on the page first. */
import type { LessonsModel } from "../../app/lessons";
import type { PageState } from "../commands/command";
import type { Page } from "../page";
import { show } from "../shell";
import { withStepping } from "./load-stepping";

/** Runs the learner's answer in one of the lesson's worlds, then opens the steps. */
export async function stepThroughAnswer(
  page: PageState,
  lessons: LessonsModel,
  world: number,
): Promise<void> {
  lessons.open(lessons.lesson.peek().id);
  if (await lessons.tryIn(world)) runAndStep(page);
}

/** Runs the learner's answer in one of the lesson's worlds, and shows the calls it makes. */
export async function runAnswer(page: PageState, lessons: LessonsModel, world: number): Promise<void> {
  const { mode, run } = page.playground;
  lessons.open(lessons.lesson.peek().id);
  if (!(await lessons.tryIn(world))) return;
  mode.set("mock");
  show(page.shell, "calls");
  run.start();
}

/** Opens an example, runs it in the page's simulated world, then opens the steps. */
export function stepThroughExample(page: Page, ...example: Parameters<Page["openExample"]>): void {
  page.openExample(...example);
  runAndStep(page);
}

function runAndStep(page: PageState): void {
  const { mode, run } = page.playground;
  mode.set("mock");
  run.start();
  const stop = run.phase.subscribe(({ kind }) => {
    if (kind === "running") return;
    // Not while listeners of the phase are still being notified.
    queueMicrotask(() => {
      stop();
      if (kind === "ended") void withStepping(page, (stepping) => stepping.openLast());
    });
  });
}
