import { accessErrors } from "./access";
import { deliveryErrors } from "./delivery";
import type { ErrorFacts, ErrorRow } from "./error-row";
import { loadErrors } from "./load";
import { requestErrors } from "./requests";
import { templateErrors } from "./templates";

export { tokenErrors } from "./access";
export type { ErrorFacts, ErrorRow } from "./error-row";

const groups = [
  { title: "Access", rows: accessErrors },
  { title: "The request and its recipient", rows: requestErrors },
  { title: "Templates", rows: templateErrors },
  { title: "Delivery", rows: deliveryErrors },
  { title: "Limits and outages", rows: loadErrors },
] as const;

/** The code of an error that is in the table. */
export type ErrorCode = (typeof groups)[number]["rows"][number]["code"];

/** The table of errors by topic, each group with its heading. Source: Meta's page on error codes (2026-09). */
export const errorGroups: readonly { readonly title: string; readonly rows: readonly ErrorRow[] }[] = groups;

const rows = groups.flatMap((group): readonly (ErrorRow & { readonly code: ErrorCode })[] => group.rows);

const byCode = new Map<string, ErrorRow>(rows.map((row) => [keyOf(row.code, row.subcode ?? null), row]));

function keyOf(code: number, subcode: number | null): string {
  return subcode === null ? `${code}` : `${code}/${subcode}`;
}

/** Every code of the table, ascending. */
export const knownErrorCodes: readonly ErrorCode[] = [...new Set(rows.map((row) => row.code))].sort(
  (one, other) => one - other,
);

/** Whether the table has the code. */
export function isErrorCode(code: number): code is ErrorCode {
  return byCode.has(keyOf(code, null));
}

/** The subcode's row if there is one, or else the code's, or `null`. */
export function findError(code: number, subcode: number | null = null): ErrorRow | null {
  const found = byCode.get(keyOf(code, subcode)) ?? byCode.get(keyOf(code, null));
  if (found !== undefined) return found;
  // Graph keeps 200 to 299 for missing permissions.
  return code > 200 && code < 300 ? findError(200) : null;
}

/** As `findError`. An error that is not in the table looks like Meta's unknown one. */
export function errorRow(code: number, subcode: number | null = null): ErrorRow {
  return findError(code, subcode) ?? errorRow(1);
}

/** As `errorRow`, for the simulator. */
export function errorFacts(code: number, subcode: number | null = null): ErrorFacts {
  return errorRow(code, subcode);
}
