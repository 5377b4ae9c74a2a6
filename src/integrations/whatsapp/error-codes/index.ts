import { accessErrors } from "./access";
import { deliveryErrors } from "./delivery";
import type { ErrorCode } from "./error-code";
import { loadErrors } from "./load";
import { requestErrors } from "./requests";
import { templateErrors } from "./templates";

export type { ErrorCode } from "./error-code";

/** Error codes by what they are about, each group with its heading. Source: Meta's page on error codes (2026-09). */
export const errorGroups: readonly { readonly title: string; readonly codes: readonly ErrorCode[] }[] = [
  { title: "Access", codes: accessErrors },
  { title: "The request and its recipient", codes: requestErrors },
  { title: "Templates", codes: templateErrors },
  { title: "Delivery", codes: deliveryErrors },
  { title: "Limits and outages", codes: loadErrors },
];

const codes = errorGroups.flatMap((group) => group.codes);

/** What is known of a code: the entry of its subcode if there is one, else that of the code alone, else null. */
export function findErrorCode(code: number, subcode: number | null): ErrorCode | null {
  const known = (wanted: number | undefined) =>
    codes.find((entry) => entry.code === code && entry.subcode === wanted);
  const found = (subcode !== null ? known(subcode) : undefined) ?? known(undefined);
  if (found !== undefined) return found;
  // Graph keeps 200 to 299 for missing permissions.
  return code > 200 && code < 300 ? findErrorCode(200, null) : null;
}
