/** How fast the page starts, against the smallest page with Monaco and the playground of Vue. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { buildPlainPage } from "../../build-page";
import { findChromium } from "../../find-chromium.mjs";
import { hostingHeaders } from "../../hosting-headers";
import { type Figure, median, ms } from "../figure";
import { serveSlowly } from "./slow-server";
import { quickVisit, type StartPage, slowVisit, type Visitor } from "./visit";
import type { Marks } from "./watch";

type Name = "app" | "monaco" | "vue-repl";
type Heat = "cold" | "warm";

/** What was measured in one round, by page, heat and visitor. */
type Round = Map<string, Marks>;

/** What is compared: the app's mark, those of the others, and what it may be of the Monaco page's. */
const COMPARED = [
  { title: "Script visible", mark: "visible", monaco: "visible", vue: "visible", most: 0.25 },
  { title: "Typed character appears", mark: "typed", monaco: "typed", vue: "typed", most: 0.6 },
  { title: "First output", mark: "output", monaco: "typed", vue: "output", most: 1 },
] as const;

/** What is typed: letters that no script has. The app keeps what was typed for the next visit. */
const LETTERS = { cold: "Q", warm: "Z" } as const;

/** When the script is visible is told by the visitor who waits for it: clicks and letters before that would slow the page. */
const MARK_VISITOR = { visible: "runs", typed: "writes", output: "runs" } as const;

/** Measures all pages in turns, each with a browser that has never seen it, then with one that knows it. */
export async function startFigures(dist: string, rounds: number): Promise<readonly Figure[]> {
  const folders = [await buildPlainPage("monaco"), await buildPlainPage("vue-repl")] as const;
  const pages = await servePages(dist, folders);
  const taken: Round[] = [];
  try {
    // Compresses, and fills the system's own caches.
    console.error("warming up …");
    for (const page of pages) await withFreshBrowser((context) => quickVisit(context, page));
    for (let round = 1; round <= rounds; round++) {
      console.error(`round ${round} of ${rounds} …`);
      taken.push(await measureRound(pages));
    }
  } finally {
    await Promise.all(pages.map(({ server }) => server.close()));
    for (const folder of folders) await rm(folder, { recursive: true });
  }
  return (["cold", "warm"] as const).flatMap((heat) => figuresOf(taken, heat));
}

async function servePages(
  dist: string,
  [monaco, vue]: readonly [string, string],
): Promise<readonly StartPage[]> {
  const kept = (path: string): Record<string, string> => ({
    "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  });
  const lines = ".monaco-editor .view-lines";
  const welcome = "Press Run to message Maya";
  return [
    {
      name: "app",
      server: await serveSlowly(dist, hostingHeaders(join(dist, "_headers"))),
      watched: {
        // Typed into early, it is shown by the textarea.
        visible: { selector: ".script-colours, .script-editor > textarea, .view-lines", text: welcome },
        output: { selector: '[role="log"][aria-label="Output"] .console-text', text: "Hello, " },
      },
      typed: ".script-editor > textarea, .view-lines",
      editor: { x: 600, y: 450 },
      runKey: "Control+Enter",
      offline: true,
    },
    {
      name: "monaco",
      server: await serveSlowly(monaco, kept),
      watched: {
        visible: { selector: lines, text: welcome },
      },
      typed: lines,
      editor: { x: 600, y: 450 },
      runKey: null,
      offline: false,
    },
    {
      name: "vue-repl",
      server: await serveSlowly(vue, kept),
      watched: {
        visible: { selector: lines, text: "Hello World!" },
        output: { frame: "iframe", selector: "h1", text: "Hello World!" },
      },
      typed: lines,
      editor: { x: 400, y: 450 },
      runKey: null,
      offline: false,
    },
  ];
}

async function measureRound(pages: readonly StartPage[]): Promise<Round> {
  const round: Round = new Map();
  for (const visitor of ["writes", "runs"] as const)
    for (const page of pages) {
      const take = async (context: BrowserContext, heat: Heat) => {
        const marks = await slowVisit(context, page, visitor, LETTERS[heat]);
        round.set(keyOf(page.name, heat, visitor), marks);
      };
      await withFreshBrowser(async (context) => {
        await take(context, "cold");
        // Chromium keeps compiled code from the second visit on.
        for (let visit = 0; visit < 2; visit++) await quickVisit(context, page);
        await take(context, "warm");
      });
    }
  return round;
}

async function withFreshBrowser(use: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "bench-start-"));
  const { path, args } = await findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    // Nothing is waited for that is elsewhere.
    args: [...args, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    viewport: { width: 1440, height: 900 },
  });
  try {
    await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true });
  }
}

function keyOf(page: string, heat: Heat, visitor: Visitor): string {
  return `${page} ${heat} ${visitor}`;
}

function figuresOf(rounds: readonly Round[], heat: Heat): readonly Figure[] {
  const times = (page: Name, mark: keyof Marks) =>
    rounds.map((round) => {
      const time = round.get(keyOf(page, heat, MARK_VISITOR[mark]))?.[mark];
      if (time === undefined) throw new Error(`The page ${page} has no time for ${mark}.`);
      return time;
    });
  const figure = (
    name: string,
    mine: readonly number[],
    theirs: readonly number[],
    most: number | null,
  ): Figure => {
    const samples = mine.map((measured, at) => ({ measured, baseline: theirs[at] ?? Number.NaN }));
    return {
      name,
      value: median(samples.map(({ measured, baseline }) => measured / baseline)),
      unit: "×",
      bound: most === null ? null : { kind: "at most", value: most },
      detail: `${ms(median(mine))} against ${ms(median(theirs))}`,
      samples,
    };
  };
  return COMPARED.flatMap(({ title, mark, monaco, vue, most }) => [
    figure(
      `${title}, ${heat}, against ${monaco === mark ? "the Monaco page" : "typing in the Monaco page"}`,
      times("app", mark),
      times("monaco", monaco),
      most,
    ),
    figure(`${title}, ${heat}, against @vue/repl`, times("app", mark), times("vue-repl", vue), null),
  ]);
}
