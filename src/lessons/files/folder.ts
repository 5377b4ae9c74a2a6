import { CourseLimits, courseText, isCourseFile } from "./text-files";

/**
 * The text files of a folder that was chosen in a file field (`webkitdirectory`), by path.
 *
 * @throws {CourseProblem} (as a rejection) when one is no text, or they are too much
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
