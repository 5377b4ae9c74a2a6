import { type ErrorCode, errorRow } from "./error-table";

/** What may differ from the table's row. */
interface RefusalDetail {
  /** A code of its own, for a fault that the table lacks. */
  readonly code?: number;
  readonly message?: string;
  readonly details?: string | null;
  readonly subcode?: number;
  readonly status?: number;
  /** Meta's word for a missing object; everything else is an OAuthException. */
  readonly type?: "GraphMethodException";
}

/** A request that Meta turns down. Thrown by the checks, caught once, in `respond`, which makes it an answer. */
export class Refusal extends Error {
  readonly code: number;
  readonly status: number;
  readonly details: string | null;
  readonly subcode: number | null;
  readonly type: "OAuthException" | "GraphMethodException";

  constructor(code: ErrorCode, detail: RefusalDetail = {}) {
    const row = errorRow(code);
    const shown = detail.code ?? code;
    super(detail.message ?? (row.plain ? row.title : `(#${shown}) ${row.title}`));
    this.code = shown;
    this.status = detail.status ?? row.status;
    this.details = detail.details === undefined ? row.details : detail.details;
    this.subcode = detail.subcode ?? null;
    this.type = detail.type ?? "OAuthException";
  }
}

/** Code 100 with Meta's sentence, `(#100)` put in front; such answers carry no `error_data`. */
export function badParameter(sentence: string): Refusal {
  return new Refusal(100, { message: `(#100) ${sentence}` });
}

/** Code 100, `Invalid parameter`, with the reason in `error_data.details`. */
export function invalidParameter(details: string): Refusal {
  return new Refusal(100, { details });
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
    type: "GraphMethodException",
  });
}
