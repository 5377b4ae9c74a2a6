import type { Analysis } from "../analysis";
import { type Diagnostic, mark, type Rule } from "./diagnostic";

const TOKEN_IN_SCRIPT: Rule = { code: "token-in-script", severity: "warning", page: "accounts" };

/** Access tokens of Meta begin with `EAA`; a bearer header holds one too. */
const TOKEN = /\bEAA[A-Za-z0-9]{20,}|\bBearer\s+[A-Za-z0-9._~+/-]{20,}/g;

/** Warnings for what looks like an access token, in strings and comments. */
export function checkTokens({ script }: Analysis): Diagnostic[] {
  return script.tokens.flatMap(({ kind, start, text }) => {
    if (kind !== "string" && kind !== "comment") return [];
    return [...text.matchAll(TOKEN)].map((match) =>
      mark(
        TOKEN_IN_SCRIPT,
        { start: start + match.index, end: start + match.index + match[0].length },
        "This looks like an access token. Scripts get shared and logged: keep tokens in accounts.",
      ),
    );
  });
}
