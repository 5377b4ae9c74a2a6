import { messageOf } from "../../shared/message-of";
import { readAtMost } from "../../shared/read-at-most";
import { CourseProblem } from "../format/problem";
import { LARGEST_ZIP, tooLargeZip } from "./text-files";

/** Milliseconds that a course may take to come. */
const PATIENCE_MS = 60_000;

/** Where `?course=` leads. */
export interface CourseAddress {
  readonly url: URL;
  /** Whether it is on another site. That site learns of the visit, so the person is asked first. */
  readonly isElsewhere: boolean;
}

/**
 * Reads the address of a course's zip; `page` is the page's address. Another site must be reached by https, or be this machine.
 *
 * @throws {CourseProblem} that says what is wrong with it
 */
export function readCourseAddress(address: string, page: string): CourseAddress {
  const refused = (why: string) => new CourseProblem(`${address}: ${why}`);
  if (!URL.canParse(address, page)) throw refused("Not a valid address. Check the link.");
  const url = new URL(address, page);
  if (url.username !== "" || url.password !== "") {
    throw refused("A course's address can't contain a user name or password.");
  }
  if (url.origin === new URL(page).origin) return { url, isElsewhere: false };
  // The page's policy allows no other addresses (`tools/vite/policy-plugin.ts`).
  const isHere = url.protocol === "http:" && /^(?:127\.0\.0\.1|localhost)$/.test(url.hostname);
  if (url.protocol !== "https:" && !isHere) {
    throw refused("Courses on other sites need https. Use an address that starts with https://.");
  }
  return { url, isElsewhere: true };
}

/**
 * Fetches a course's zip from an address, as `?course=` gives it. Sends no cookie and no referrer, and follows no redirect to
 * where nobody agreed to.
 *
 * Rejects with a `CourseProblem` if it may not be fetched, cannot be or is too large
 */
export async function zipOfAddress(address: string, page: string): Promise<Blob> {
  const { url, isElsewhere } = readCourseAddress(address, page);
  const refused = (why: string) => new CourseProblem(`${address}: ${why}`);
  try {
    const response = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: isElsewhere ? "manual" : "follow",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.type === "opaqueredirect") {
      throw refused("The server redirects to another address. Use that one in the link.");
    }
    if (!response.ok) throw refused(`The server returned ${response.status}. Check the address.`);
    const bytes = response.body === null ? new Uint8Array() : await readAtMost(response.body, LARGEST_ZIP);
    if (bytes === null) throw tooLargeZip(address);
    return new Blob([bytes]);
  } catch (error) {
    if (error instanceof CourseProblem) throw error;
    const why = `Couldn't download the course (${messageOf(error)}).`;
    throw refused(
      isElsewhere
        ? `${why} Check your connection, and that the server sends Access-Control-Allow-Origin: ${new URL(page).origin}`
        : `${why} Check your connection.`,
    );
  }
}
