import { type Finding, fieldOf, type PartialTable, type PartialValue } from "../../argument-help";
import type { WorldData } from "../simulator/page";
import { checkComponents } from "./components";
import { changeTo } from "./finding";
import { checkTemplate } from "./template";

const recipient = (args: PartialTable) => checkTo(fieldOf(args, "to"));

/** Checks the arguments of one call. `data`: the simulated world, or `null` if unknown. */
type ArgumentCheck = (args: PartialTable, data: WorldData | null) => readonly Finding[];

/** Checks of each function's arguments beyond their types. */
export const whatsappChecks: Readonly<Record<string, ArgumentCheck>> = {
  send_message: (args) => [...recipient(args), ...checkBody(fieldOf(args, "body"))],
  get_message: (args) => checkMessageId(fieldOf(args, "message_id")),
  send_template(args, data) {
    const language = checkLanguage(fieldOf(args, "language"));
    return [
      ...recipient(args),
      ...language,
      ...checkComponents(fieldOf(args, "components")),
      // If it is not a language code, it is not one of the template's languages either.
      ...(language.length === 0 ? checkTemplate(args, data) : []),
    ];
  },
};

/** A text may be about templates, so this is only a hint. */
function checkBody(body: PartialValue): readonly Finding[] {
  const placeholder = body.kind === "text" ? /\{\{\s*\w+\s*\}\}/.exec(body.value)?.[0] : undefined;
  if (placeholder === undefined) return [];
  const message = `Text messages are sent as written: \`${placeholder}\` is only replaced in templates (\`send_template\`).`;
  return [{ path: ["body"], code: "placeholder-in-text", severity: "hint", message }];
}

/** Message IDs begin with `wamid.` (Cloud API reference, "Messages"). */
function checkMessageId(id: PartialValue): readonly Finding[] {
  if (id.kind !== "text" || id.value === "" || id.value === "0" || id.value.startsWith("wamid.")) return [];
  const message = "Message IDs start with `wamid.`. Use `messages[1].id` from a send function's response.";
  return [{ path: ["message_id"], code: "message-id", severity: "warning", message }];
}

const CODE = /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/;

/** A template's language: `en`, `en_US`, `zh_HK` (Meta, "supported languages"). */
function checkLanguage(language: PartialValue): readonly Finding[] {
  if (language.kind !== "text" || language.value === "" || CODE.test(language.value)) return [];
  const message = `\`${language.value}\` isn't a language code. Use \`en\` or \`en_US\`.`;
  const fixes = changeTo(wellFormed(language.value));
  return [{ path: ["language"], code: "language-code", severity: "error", message, fixes }];
}

/** `en-us` → `en_US`, or `null` if that does not help. */
function wellFormed(text: string): string | null {
  const [, language = "", region] = /^\s*([a-z]{2,3})(?:[-_ ]([a-z]{2,4}))?\s*$/i.exec(text) ?? [];
  if (language === "") return null;
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}_${region.toUpperCase()}`;
}

/** E.164 allows 15 digits. No country has numbers of fewer than 7 digits, including its code. */
const LEAST = 7;
const MOST = 15;

/** The number a message goes to. Meta skips `+`, spaces, dashes, dots and brackets. */
function checkTo(to: PartialValue): readonly Finding[] {
  const text = to.kind === "number" ? String(to.value) : to.kind === "text" ? to.value : "";
  if (text === "" || text === "0") return [];
  const digits = text.replaceAll(/\D/g, "");
  const problem = problemWith(text, digits);
  if (problem === null) return [];
  const [code, severity, message] = problem;
  const fixes = code === "phone-format" || digits.startsWith("00") ? changeTo(digits.replace(/^0+/, "")) : [];
  return [{ path: ["to"], code, severity, message, fixes }];
}

function problemWith(
  text: string,
  digits: string,
): readonly [code: string, severity: Finding["severity"], message: string] | null {
  const { length } = digits;
  if (!/^\s*\+?[\d\s().-]+$/.test(text) || length === 0)
    return ["phone-number", "error", "Not a phone number. Use the country code and number, digits only."];
  if (length > MOST)
    return ["phone-number", "error", `Phone numbers have at most ${MOST} digits. This one has ${length}.`];
  if (length < LEAST) {
    const message = `With a country code, phone numbers have at least ${LEAST} digits. This one has ${length}.`;
    return ["phone-number", "warning", message];
  }
  if (digits.startsWith("00")) {
    const message = "Remove the leading 00. Start with the country code.";
    return ["phone-country", "warning", message];
  }
  if (digits.startsWith("0") && !text.trimStart().startsWith("+")) {
    const message = "The country code is missing: 0151 2345678 in Germany is 491512345678.";
    return ["phone-country", "warning", message];
  }
  if (digits === text) return null;
  const message = text.includes("+") ? "Digits only: the `+` isn't needed." : "Digits only are enough.";
  return ["phone-format", "hint", message];
}
