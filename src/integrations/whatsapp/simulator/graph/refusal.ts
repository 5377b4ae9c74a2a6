import { type ErrorCode, type ErrorFacts, errorFacts } from "../../errors";

/** What differs from the table's row. */
interface RefusalDetail {
  /** A code that the table lacks, such as that of a fault. */
  readonly code?: number;
  readonly message?: string;
  readonly details?: string | null;
  readonly subcode?: number;
  readonly status?: number;
}

/** A request that Meta refuses. Thrown by the checks and caught once, in `respond`, which turns it into a response. */
export class Refusal extends Error {
  readonly row: ErrorFacts;
  readonly code: number;
  readonly status: number;
  readonly details: string | null;
  readonly subcode: number | null;

  constructor(listed: ErrorCode, detail: RefusalDetail = {}) {
    const code = detail.code ?? listed;
    const row = errorFacts(code, detail.subcode);
    super(detail.message ?? row.message ?? (row.plain ? row.title : `(#${code}) ${row.title}`));
    this.row = row;
    this.code = code;
    this.status = detail.status ?? row.status;
    this.details = detail.details === undefined ? (row.details ?? null) : detail.details;
    this.subcode = detail.subcode ?? null;
  }
}

/** Code 100 with Meta's sentence after `(#100)`. Such responses have no `error_data`. */
export function badParameter(sentence: string): Refusal {
  return new Refusal(100, { message: `(#100) ${sentence}` });
}

/** Code 100, `Invalid parameter`, with the reason in `error_data.details`. */
export function invalidParameter(details: string): Refusal {
  return new Refusal(100, { details });
}

/** HTTP 501, which Meta never returns: the request exists there but not in the simulator. */
export function notSimulated(what: string): Refusal {
  return new Refusal(1, { code: 501, status: 501, message: `Not simulated: ${what}. Meta's API has it.` });
}

/** 100/33: no such object, no right to see it, or nothing it can do with this method. */
export function noSuchObject(method: string, id: string | null): Refusal {
  const tail = "Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
  const what =
    id === null
      ? ""
      : ` Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`;
  return new Refusal(100, {
    message: `Unsupported ${method.toLowerCase()} request.${what} ${tail}`,
    subcode: 33,
  });
}
