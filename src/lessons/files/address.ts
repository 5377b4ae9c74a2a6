import { messageOf } from "../../shared/message-of";
import { readAtMost } from "../../shared/read-at-most";
import { CourseProblem } from "../format/problem";
import { LARGEST_ZIP, tooLargeZip } from "./text-files";

/** Milliseconds that a course may take to come. */
const PATIENCE_MS = 60_000;

/**
 * Fetches a course's zip from an address of the page's own origin, as `?course=` gives it; `page` is the page's address.
 *
 * Rejects with a `CourseProblem` if it is elsewhere, cannot be fetched or is too large
 */
export async function zipOfAddress(address: string, page: string): Promise<Blob> {
  const url = URL.canParse(address, page) ? new URL(address, page) : null;
  if (url === null || url.origin !== new URL(page).origin) {
    throw new CourseProblem(
      `${address}: A course is opened from this site only. Download the zip, then open it with Open a course.`,
    );
  }
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { credentials: "omit", signal });
    if (!response.ok)
      throw new CourseProblem(`${address}: The server answered ${response.status}. Check the address.`);
    const bytes = response.body === null ? new Uint8Array() : await readAtMost(response.body, LARGEST_ZIP);
    if (bytes === null) throw tooLargeZip(address);
    return new Blob([bytes]);
  } catch (error) {
    if (error instanceof CourseProblem) throw error;
    throw new CourseProblem(
      `${address}: The course did not come (${messageOf(error)}). Check the connection.`,
    );
  }
}
