/** A walk through the built page itself, in any engine: a lesson by its link, its check, marks in the editor, a run. */
import { setTimeout as pause } from "node:timers/promises";
import { linkFragment } from "../../src/share/link";
import { serveDist } from "../../tests/support/static-server";
import type { TestResult } from "./report";
import type { Session } from "./session";

/** Milliseconds that a step may take. A cold Monaco on a busy machine takes most of that. */
const PATIENCE_MS = 60_000;

const WALKS: readonly { readonly name: string; readonly path: string; readonly steps: readonly string[] }[] =
  [
    {
      name: "the page: a link leads to a lesson, and Check tries its script in every world",
      path: "?lesson=first-call",
      steps: [
        heading("The first call"),
        press("Start"),
        press("Check"),
        `text("[role=status][aria-label=Check]").includes("Not right yet")`,
      ],
    },
    {
      name: "the page: a script from a link is marked by the language worker, and runs",
      path: await linkFragment({
        name: "smoke.lua",
        world: null,
        source: `print(6 * 7)
if false then app.integrations.whatsapp.send_mesage{} end`,
      }),
      steps: [
        `document.querySelector(".squiggly-error, .squiggly-warning") !== null`,
        press("Run"),
        `text("[data-region=Console]").split("\\n").some((line) => line.trim() === "42")`,
      ],
    },
  ];

/** Walks through `dist`, which must have been built. Returns the outcome of each walk. */
export async function smokeApp(session: Session): Promise<readonly TestResult[]> {
  const host = await serveDist({ headers: "isolated" });
  const results: TestResult[] = [];
  try {
    for (const { name, path, steps } of WALKS) {
      await session.open(`${host.url}${path}`);
      results.push({ name, problem: await firstProblem(session, steps) });
    }
  } finally {
    await host.close();
  }
  return results;
}

async function firstProblem(session: Session, steps: readonly string[]): Promise<string | null> {
  for (const step of steps) {
    const until = Date.now() + PATIENCE_MS;
    while ((await session.evaluate(inPage(step))) !== true) {
      if (Date.now() > until) return `Within ${PATIENCE_MS / 1000} seconds this did not come true: ${step}`;
      await pause(250);
    }
  }
  return null;
}

/** An expression of a step with what it stands on: the text of an element that is shown, empty when there is none. */
function inPage(step: string): string {
  return `(() => {
    const text = (selector) => document.querySelector(selector)?.innerText ?? "";
    return ${step};
  })()`;
}

function heading(title: string): string {
  return `[...document.querySelectorAll("h1, h2")].some((each) => each.innerText === ${JSON.stringify(title)})`;
}

/** Presses a button once it is there and may be pressed; true then. */
function press(name: string): string {
  return `[...document.querySelectorAll("button:enabled")]
    .filter((each) => each.innerText.trim() === ${JSON.stringify(name)} && each.checkVisibility())
    .slice(0, 1).map((each) => each.click()).length === 1`;
}
