import { failure, type Result } from "./result";

const SHORTEST = 8;
const LONGEST = 4096;

/**
 * Cleans a typed or pasted token: surrounding white space and a leading `Bearer ` are removed. Refuses what an Authorization
 * header can't contain (RFC 9110 §5.5: visible ASCII), and anything under 8 characters: no API issues such tokens, and a short
 * one couldn't be redacted without damaging responses. More than 4096 characters are a wrong paste.
 *
 * A failure's message is one sentence, and never repeats the token.
 */
export function cleanToken(typed: string): Result<string> {
  const token = typed
    .trim()
    .replace(/^Bearer\s+/i, "")
    .trim();
  if (token === "" || /^Bearer$/i.test(token)) return failure("The access token is empty.");
  if (/[\r\n]/.test(token)) return failure("The access token contains a line break. Paste it as one line.");
  if (/\s/.test(token)) return failure("The access token contains a space. Paste only the token.");
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return failure("The access token contains an invalid character. Copy it again.");
  }
  if (token.length < SHORTEST) {
    return failure(
      `The access token has only ${token.length} characters, fewer than ${SHORTEST}. Copy all of it.`,
    );
  }
  if (token.length > LONGEST) {
    return failure(`The access token has ${token.length} characters. The maximum is ${LONGEST}.`);
  }
  return { ok: true, value: token };
}

/** The last four characters of a token, which may be shown. Empty if they would be more than a quarter of it. */
export function tokenTail(token: string): string {
  return token.length >= 16 ? token.slice(-4) : "";
}

/** How requests of an account reach the API from a browser, as "Test connection" found out. */
export type Route =
  /** Authorization header, JSON bodies; needs a preflight. */
  | "bearer"
  /** Token as a parameter, form-encoded bodies; no preflight. */
  | "query"
  /** Through this page's own server, path `graph/`. */
  | "proxy";
