/** Findings explained on the docs page about templates. */
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

/** It doesn't fit the current simulated world. */
export const mismatch = findings("warning");

/** A fix that replaces the written word, or `null` if there is no candidate. */
export function changeTo(word: string | null): readonly ArgumentFix[] {
  return word === null ? [] : [{ title: `Change to ${word}`, replace: word }];
}
