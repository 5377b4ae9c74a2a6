import type { Finding, PartialValue } from "../../argument-check";

const CODE = /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/;

/** A template's language: `en`, `en_US`, `zh_HK` (Meta, "supported languages"). */
export function checkLanguage(language: PartialValue): readonly Finding[] {
  if (language.kind !== "text" || language.value === "" || CODE.test(language.value)) return [];
  const meant = wellFormed(language.value);
  const message = `\`${language.value}\` is no language code: write \`en\` or \`en_US\`.`;
  const fixes = meant === null ? [] : [{ title: `Change to ${meant}`, replace: meant }];
  return [{ path: ["language"], code: "language-code", severity: "error", message, fixes }];
}

/** `en-us` → `en_US`; null when that does not help. */
function wellFormed(text: string): string | null {
  const [, language = "", region] = /^\s*([a-z]{2,3})(?:[-_ ]([a-z]{2,4}))?\s*$/i.exec(text) ?? [];
  if (language === "") return null;
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}_${region.toUpperCase()}`;
}
