import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CourseLimits,
  courseText,
  isCourseFile,
  LARGEST_ZIP,
  tooLargeZip,
} from "../lessons/files/text-files";
import { filesOfZip } from "../lessons/files/zip";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

/** Where the built-in course lies, seen from a command as it was built (`tools/cli.mjs`). */
const BUILT_IN = join(dirname(fileURLToPath(import.meta.url)), "../../../src/lessons/course");

/**
 * The text files of a course that lies in a folder or a zip, by path; of the built-in course if `path` is `null`.
 *
 * Rejects with a `UsageError` if nothing is there, or with a `CourseProblem` if files are too large or not text.
 */
export async function courseFiles(path: string | null): Promise<ReadonlyMap<string, string>> {
  if (path === null) return filesInFolder(BUILT_IN);
  const found = await stat(path).catch((problem: unknown) => {
    throw new UsageError(`Couldn't read the course: ${messageOf(problem)}`);
  });
  if (found.isFile()) {
    if (found.size > LARGEST_ZIP) throw tooLargeZip(basename(path));
    return filesOfZip(basename(path), new Uint8Array(await readFile(path)));
  }
  if (!found.isDirectory()) throw new UsageError(`${path} is neither a folder nor a zip.`);
  return filesInFolder(path);
}

async function filesInFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const limits = new CourseLimits();
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).split(sep).join("/");
    if (!entry.isFile() || !isCourseFile(name)) continue;
    // Before it is read.
    limits.take(name, (await stat(file)).size);
    files.set(name, courseText(name, await readFile(file)));
  }
  return files;
}
