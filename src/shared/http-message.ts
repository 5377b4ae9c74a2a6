/** An HTTP request as plain data: it can be logged, sent to a worker, answered by the simulator or by `fetch`. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE" | "OPTIONS";
  /** Absolute URL, query included. */
  readonly url: string;
  /** Header names in their usual spelling; compare them without case (`header()`). */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's text, or `null` if there is none. */
  readonly body: string | null;
}

/** An HTTP response as plain data. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a call sent and what came back, or `null` if it did not get that far. */
export interface Exchange {
  readonly request: HttpRequest | null;
  readonly response: HttpResponse | null;
}

/** The value of a header, or `undefined`. Names are compared without case. */
export function header(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(headers)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
