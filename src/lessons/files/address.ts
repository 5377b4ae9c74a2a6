import { messageOf } from "../../shared/message-of";
import { CourseProblem } from "../format/problem";

/**
 * Fetches a course's zip from an address of the page's own origin, as `?course=` gives it; `page` is the page's address.
 *
 * Rejects with a `CourseProblem` if it is elsewhere, cannot be fetched, or is not a zip
 */
export async function filesOfAddress(address: string, page: string): Promise<ReadonlyMap<string, string>> {
  const url = URL.canParse(address, page) ? new URL(address, page) : null;
  if (url === null || url.origin !== new URL(page).origin) {
    throw new CourseProblem(
      `${address}: A course is opened from this site only. Download the zip, then open it with Open a course.`,
    );
  }
  let response: Response;
  try {
    response = await fetch(url, { credentials: "omit" });
  } catch (error) {
    throw new CourseProblem(
      `${address}: The course did not come (${messageOf(error)}). Check the connection.`,
    );
  }
  if (!response.ok)
    throw new CourseProblem(`${address}: The server answered ${response.status}. Check the address.`);
  const { filesOfZip } = await import("./zip");
  return filesOfZip(address, new Uint8Array(await response.arrayBuffer()));
}
