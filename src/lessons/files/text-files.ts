import { CourseProblem } from "../format/problem";

/** Bytes; what a course of text can take, and what a page can read at once. */
export const LARGEST_FILE = 512 * 1024;
const LARGEST_COURSE = 8 * 1024 * 1024;
const MOST_FILES = 2_000;

/** Bytes. Twice what a course may hold, for the pictures beside it. */
export const LARGEST_ZIP = 16 * 1024 * 1024;

export function tooLargeZip(name: string): CourseProblem {
  return new CourseProblem(`${name}: A course's zip can be at most 16 MB.`);
}

/** Whether a course may hold such a file: Markdown, JSON, Lua. Others (pictures, system files) are passed over. */
export function isCourseFile(path: string): boolean {
  return /\.(?:md|json|lua)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path);
}

/** Counts files one by one and refuses too much. */
export class CourseLimits {
  #bytes = 0;
  #files = 0;

  /** @throws {CourseProblem} that names the file */
  take(path: string, bytes: number): void {
    this.#bytes += bytes;
    this.#files += 1;
    if (bytes > LARGEST_FILE) throw new CourseProblem(`${path}: A file in a course can be at most 512 kB.`);
    if (this.#bytes > LARGEST_COURSE) throw new CourseProblem(`${path}: A course can be at most 8 MB.`);
    if (this.#files > MOST_FILES)
      throw new CourseProblem(`${path}: A course can have at most ${MOST_FILES} files.`);
  }
}

/** Decodes a file, with line breaks as `\n`. @throws {CourseProblem} that names the file if it is not UTF-8 */
export function courseText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    throw new CourseProblem(`${path}: This isn't UTF-8 text.`);
  }
}

/**
 * The text files of a folder that was chosen in a file field (`webkitdirectory`), by path.
 *
 * Rejects with a `CourseProblem` if one is not text, or if they are too large
 */
export async function filesOfFolder(chosen: Iterable<File>): Promise<ReadonlyMap<string, string>> {
  const limits = new CourseLimits();
  const files = new Map<string, string>();
  for (const file of chosen) {
    const path = file.webkitRelativePath === "" ? file.name : file.webkitRelativePath;
    if (!isCourseFile(path)) continue;
    limits.take(path, file.size);
    files.set(path, courseText(path, new Uint8Array(await file.arrayBuffer())));
  }
  return files;
}
