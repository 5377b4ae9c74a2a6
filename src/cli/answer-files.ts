/** Answers that learners handed in: Lua files, and files with links that "Copy my answer" made. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { LARGEST_FILE } from "../lessons/files/text-files";
import { readLessonAddress } from "../lessons/lesson-link";
import { readLink } from "../share/link";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

export interface HandedIn {
  readonly learner: string;
  /** The lesson's id, if a link or a folder says it; else `null`. */
  readonly lesson: string | null;
  readonly file: string;
  readonly source: string;
}

/**
 * Reads files, and folders with a file for each learner (`anna.lua`, `anna.txt`) or a folder (`anna/the-window.lua`). Rejects
 * with a `UsageError` that names what cannot be read.
 */
export async function readAnswers(paths: readonly string[]): Promise<readonly HandedIn[]> {
  const answers: HandedIn[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((problem: unknown) => {
      throw new UsageError(`Couldn't read ${path}: ${messageOf(problem)}`);
    });
    if (!found.isDirectory()) {
      answers.push(...(await answersIn(path, nameOf(path), null)));
      continue;
    }
    for (const file of await filesIn(path)) {
      const folder = dirname(relative(path, file));
      const inFolder = folder !== ".";
      answers.push(
        ...(await answersIn(
          file,
          inFolder ? basename(folder) : nameOf(file),
          inFolder ? nameOf(file) : null,
        )),
      );
    }
  }
  return answers;
}

const nameOf = (path: string) => basename(path, extname(path));

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && /\.(?:lua|txt|url)$/i.test(entry.name) && !entry.name.startsWith("."),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function answersIn(file: string, learner: string, lesson: string | null): Promise<readonly HandedIn[]> {
  const bytes = await readFile(file);
  if (bytes.length > LARGEST_FILE) throw new UsageError(`${file}: An answer can be at most 512 kB.`);
  const text = bytes.toString("utf8");
  if (/\.lua$/i.test(file)) return [{ learner, lesson, file, source: text }];
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  if (links.length === 0) throw new UsageError(`${file}: No link to an answer found.`);
  return Promise.all(links.map((link) => answerOfLink(link, learner, file)));
}

/** The answer that a link carries. */
async function answerOfLink(link: string, learner: string, file: string): Promise<HandedIn> {
  const { search, hash } = new URL(link);
  const asked = readLessonAddress(search).lesson;
  const read = await readLink(hash);
  if (!read.ok) throw new UsageError(`${file}: ${read.message}`);
  if (asked === null) {
    throw new UsageError(`${file}: The link doesn't name a lesson. Learners copy it with Copy my answer.`);
  }
  return { learner, lesson: asked.id, file, source: read.value.source };
}
