import { page, table } from "../../../shared/markdown";
import { type ErrorCode, errorGroups } from "../error-codes";
import guide from "./errors.md?raw";

/** The guide on errors, with a table of every code that is known. */
export function errorsMarkdown(): string {
  return page(
    guide.trim(),
    "## Error codes",
    "*Shows*: in the `answer` of the call, which then raises an error, or later as the `status` of a message that was accepted. *Send again*: whether the same call can succeed.",
    ...errorGroups.flatMap(({ title, codes }) => [
      `### ${title}`,
      table(["Code", "Name", "Shows", "Cause", "What to do", "Send again"], codes.map(row)),
    ]),
  );
}

function row(entry: ErrorCode): string[] {
  const code = entry.subcode === undefined ? `${entry.code}` : `${entry.code}, subcode ${entry.subcode}`;
  const shows = entry.shows === "either" ? "answer or status" : entry.shows;
  return [code, entry.title, shows, entry.cause, entry.remedy, entry.retry];
}
