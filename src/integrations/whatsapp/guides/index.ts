import { page, table } from "../../../shared/markdown";
import type { Guide } from "../../catalog";
import { type ErrorRow, errorGroups } from "../errors";
import guide from "./errors.md?raw";
import limits from "./limits.md?raw";
import mockAndLive from "./mock-and-live.md?raw";
import templates from "./templates.md?raw";

/** WhatsApp's guides, in reading order. */
export const guides: readonly Guide[] = [
  { name: "errors", markdown: errorsMarkdown() },
  { name: "templates", markdown: templates },
  { name: "mock-and-live", markdown: mockAndLive },
  { name: "limits", markdown: limits },
];

/** The guide on errors, with a table of every known code. */
export function errorsMarkdown(): string {
  return page(
    guide.trim(),
    "## Error codes",
    "*Where*: in the `response` of the call, which then raises an error, or later in the `status` of an accepted message. *Retry*: whether the same call can succeed.",
    ...errorGroups.flatMap(({ title, rows }) => [
      `### ${title}`,
      table(["Code", "Meta's message", "Where", "Cause", "What to do", "Retry"], rows.map(row)),
    ]),
    `In mock mode, these only occur through a fault rule: ${onlyAsFaults().join("; ")}.`,
  );
}

function onlyAsFaults(): readonly string[] {
  return errorGroups.flatMap(({ rows }) => rows.filter((entry) => entry.onlyAsFault).map(codeOf));
}

function row(entry: ErrorRow): string[] {
  const shows = entry.shows === "either" ? "response or status" : entry.shows;
  return [codeOf(entry), entry.title, shows, entry.cause, entry.remedy, entry.retry];
}

function codeOf({ code, subcode }: ErrorRow): string {
  return subcode === undefined ? `${code}` : `${code}, subcode ${subcode}`;
}
