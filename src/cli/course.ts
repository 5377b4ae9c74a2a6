/** Entry of `npm run course`. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { buildPages } from "../docs/build-pages";
import { loadGuides } from "../docs/guide-pages";
import type { CallRow } from "../gateway/call-row";
import { catalog } from "../integrations";
import { followWorlds } from "../integrations/followed-worlds";
import {
  CourseLimits,
  courseText,
  isCourseFile,
  LARGEST_ZIP,
  tooLargeZip,
} from "../lessons/files/text-files";
import { filesOfZip } from "../lessons/files/zip";
import { CourseProblem } from "../lessons/format/problem";
import { readCourse } from "../lessons/format/read-course";
import type { RunTrial } from "../lessons/outcome";
import { rehearse } from "../lessons/rehearse";
import { DEFAULT_LIMITS } from "../runtime/host";
import { entryTexts } from "../runtime/output";
import { parseRow } from "../sandbox/protocol";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";
import { runInThread } from "./run-in-thread";

const usage = `Tries every answer of a course: the starters must fail, the solutions and right/*.lua pass,
wrong/*.lua fail the check that they name, and the examples of the texts run.

  npm run -s course -- FOLDER | FILE.zip

Exit code: 0 when all do, 1 when one does not, 2 when there was no course to try.`;

/** As long as Check allows on the page. */
const CPU_SECONDS = 10;

process.exitCode = await tryCourse(process.argv.slice(2));

/** Prints a line for each lesson, and one for each answer that does not do its job. Returns the exit code. */
async function tryCourse(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    out(usage);
    return 0;
  }
  try {
    const [path, ...more] = args;
    if (path === undefined || more.length > 0) throw new UsageError("Which course? Name one folder or zip.");
    const pages = new Set(buildPages(catalog, await loadGuides(catalog), []).map(({ name }) => name));
    const course = readCourse(await courseFiles(path), pages);
    let lesson = "";
    let tried = 0;
    let wrong = 0;
    for await (const one of rehearse(course, runTrial)) {
      if (one.lesson !== lesson) out(one.lesson);
      lesson = one.lesson;
      tried += 1;
      if (one.problem === null) continue;
      wrong += 1;
      out(`  ${one.file}: ${one.problem}`);
    }
    out(`${course.title}: ${tried} tried, ${wrong === 0 ? "all as they should be" : `${wrong} wrong`}.`);
    return wrong === 0 ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof UsageError || problem instanceof CourseProblem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 2;
  }
}

function out(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a script over worlds of its own, as the page's sandbox would, on a thread of its own. */
async function runTrial({ name, source, worlds: given }: Parameters<RunTrial>[0]): ReturnType<RunTrial> {
  const lines: string[] = [];
  const calls: CallRow[] = [];
  const worlds = await followWorlds(catalog, given);
  const limits = { ...DEFAULT_LIMITS, cpuSeconds: CPU_SECONDS };
  const { result, error } = await runInThread(
    { name, source, worlds, follow: true, limits },
    {
      output(frames) {
        for (const text of entryTexts(frames)) lines.push(text);
      },
      row: (row) => calls.push(parseRow(row)),
    },
  );
  return {
    end: error === null ? { kind: "finished", result } : { kind: "failed", message: error.message },
    output: lines.join("\n"),
    calls,
    worlds: worlds.documents(),
  };
}

/**
 * The text files of a course that lies in a folder or a zip, by path.
 *
 * Rejects with a `UsageError` if nothing is there, or with a `CourseProblem` if files are too large or not text.
 */
async function courseFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const found = await stat(path).catch((problem: unknown) => {
    throw new UsageError(`The course cannot be read: ${messageOf(problem)}`);
  });
  if (found.isFile()) {
    if (found.size > LARGEST_ZIP) throw tooLargeZip(basename(path));
    return filesOfZip(basename(path), new Uint8Array(await readFile(path)));
  }
  if (!found.isDirectory()) throw new UsageError(`${path} is neither a folder nor a zip.`);
  const limits = new CourseLimits();
  const files = new Map<string, string>();
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(path, file).split(sep).join("/");
    if (!entry.isFile() || !isCourseFile(name)) continue;
    // Before it is read.
    limits.take(name, (await stat(file)).size);
    files.set(name, courseText(name, await readFile(file)));
  }
  return files;
}
