/** Findings that the page about templates explains. */
import type { ArgumentFix, ArgumentPath, Finding } from "../../argument-help";

function findings(severity: Finding["severity"]) {
  return (
    path: ArgumentPath,
    code: string,
    message: string,
    fixes: readonly ArgumentFix[] = [],
  ): Finding => ({ path, code, severity, message, fixes, page: "templates" });
}

/** Meta refuses it, whatever the template. */
export const refused = findings("error");

/** It does not fit the simulated world as it is now. */
export const mismatch = findings("warning");

/** Offers a word in the place of the one that is written; `null` if there is none to offer. */
export function changeTo(word: string | null): readonly ArgumentFix[] {
  return word === null ? [] : [{ title: `Change to ${word}`, replace: word }];
}
