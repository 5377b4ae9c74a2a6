import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { CourseLimits, courseText, isCourseFile } from "../lessons/files/text-files";
import { filesOfZip } from "../lessons/files/zip";
import { messageOf } from "../shared/message-of";
import { UsageError } from "../shared/usage-error";

/**
 * The text files of a course that lies in a folder or a zip, by path.
 *
 * Rejects with a `UsageError` when nothing is there, with a `CourseProblem` when it holds what is no text or too much.
 */
export async function courseFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const found = await stat(path).catch((problem: unknown) => {
    throw new UsageError(`The course cannot be read: ${messageOf(problem)}`);
  });
  if (!found.isDirectory()) return filesOfZip(basename(path), await readFile(path));
  const limits = new CourseLimits();
  const files = new Map<string, string>();
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const name = relative(path, file).split(sep).join("/");
    if (!entry.isFile() || !isCourseFile(name)) continue;
    const bytes = await readFile(file);
    limits.take(name, bytes.length);
    files.set(name, courseText(name, bytes));
  }
  return files;
}
