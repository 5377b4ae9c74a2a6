import type { Finding, PartialValue } from "../../argument-check";

/** E.164 allows 15 digits; no country has numbers below 7 with its code. */
const LEAST = 7;
const MOST = 15;

/** The number a message goes to. Meta skips `+`, blanks, dashes, dots and brackets. */
export function checkTo(to: PartialValue): readonly Finding[] {
  const text = to.kind === "number" ? String(to.value) : to.kind === "text" ? to.value : "";
  if (text === "" || text === "0") return [];
  const found = (
    code: string,
    severity: Finding["severity"],
    message: string,
    digits?: string,
  ): Finding[] => {
    const fixes = digits === undefined ? [] : [{ title: `Change to ${digits}`, replace: digits }];
    return [{ path: ["to"], code, severity, message, fixes }];
  };
  const digits = text.replaceAll(/\D/g, "");
  if (!/^\s*\+?[\d\s().-]+$/.test(text) || digits === "")
    return found(
      "phone-number",
      "error",
      "This is no phone number. Write country code and number, digits only.",
    );
  if (digits.length > MOST)
    return found(
      "phone-number",
      "error",
      `A phone number has at most ${MOST} digits; this one has ${digits.length}.`,
    );
  if (digits.length < LEAST)
    return found(
      "phone-number",
      "warning",
      `With its country code a phone number has at least ${LEAST} digits; this one has ${digits.length}.`,
    );
  if (digits.startsWith("0") && !text.trimStart().startsWith("+"))
    return found(
      "phone-country",
      "warning",
      "This begins with 0, so the country code is missing: 0151 2345678 in Germany is 491512345678.",
    );
  if (digits !== text)
    return found(
      "phone-format",
      "hint",
      text.includes("+") ? "The `+` is not needed: digits only." : "Digits only are enough.",
      digits,
    );
  return [];
}
