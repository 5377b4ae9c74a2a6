import { unzipSync } from "fflate";
import { messageOf } from "../../shared/message-of";
import { CourseProblem } from "../format/problem";
import { CourseLimits, courseText, isCourseFile } from "./text-files";

/**
 * The text files of a zip, by path. `name` is the zip's own, for messages.
 *
 * @throws {CourseProblem} if it is not a zip, or if its files are too large or not text
 */
export function filesOfZip(name: string, bytes: Uint8Array): ReadonlyMap<string, string> {
  const limits = new CourseLimits();
  let entries: Readonly<Record<string, Uint8Array>>;
  try {
    entries = unzipSync(bytes, {
      // Asked before anything is unpacked: a zip may hold a thousand times its size.
      filter({ name: path, originalSize }) {
        if (!isCourseFile(path)) return false;
        limits.take(path, originalSize);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof CourseProblem) throw error;
    throw new CourseProblem(`${name}: This zip cannot be read (${messageOf(error)}).`);
  }
  // Some programs of Windows part folders by backslashes.
  return new Map(
    Object.entries(entries).map(([path, file]) => [path.replaceAll("\\", "/"), courseText(path, file)]),
  );
}
