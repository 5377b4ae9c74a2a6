import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { remember } from "./remember";

/** A parsed recipient. */
export interface PhoneNumber {
  /** WhatsApp's form of the number, digits only. */
  readonly waId: string;
  /** The country calling code, e.g. `1`. */
  readonly callingCode: string;
  /** ISO country, or `null` for numbers without a single country, such as fictional `1555…` ones. */
  readonly country: string | null;
}

/**
 * Reads a phone number as the Cloud API does. Spaces, dashes, dots and brackets are skipped. With `+` it is international.
 * Plain digits are international if they could be such a number, otherwise they get the country code of the business number
 * (plain digits) in front. Up to ten digits must fit a real number plan to count as international, since most local numbers
 * could be a short one of some other country. Returns `null` if it is not a phone number.
 */
export function readPhoneNumber(text: string, businessNumber: string): PhoneNumber | null {
  if (!/^\s*\+?[\d\s().-]+$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, "");
  if (text.trimStart().startsWith("+")) return international(digits);
  const full = international(digits);
  if (full !== null && (digits.length > 10 || isRealPlan(digits))) return full;
  const callingCode = callingCodeOf(businessNumber);
  return callingCode === undefined ? full : international(callingCode + digits.replace(/^0+/, ""));
}

// Number plans are lists of patterns, and reading one number costs more than the rest of a send.
const rememberedNumbers = 500;

const callingCodeOf = remember(
  rememberedNumbers,
  (digits) => parsePhoneNumberFromString(`+${digits}`)?.countryCallingCode,
);

const isRealPlan = remember(
  rememberedNumbers,
  (digits) => parsePhoneNumberFromString(`+${digits}`)?.isValid() ?? false,
);

const international = remember(rememberedNumbers, (digits): PhoneNumber | null => {
  // WhatsApp's form of a Mexican number has a 1 that the phone network has dropped.
  const dialled = /^521\d{10}$/.test(digits) ? `52${digits.slice(3)}` : digits;
  const parsed = parsePhoneNumberFromString(`+${dialled}`);
  if (parsed === undefined || !parsed.isPossible()) return null;
  return {
    waId: whatsappForm(parsed.number.slice(1)),
    callingCode: parsed.countryCallingCode,
    country: parsed.country ?? null,
  };
});

/**
 * Where WhatsApp's ID differs from the number: Mexico gets a 1 after the country code, Argentina a 9; Brazilian mobiles have their
 * ninth digit in area codes up to 28 and lack it above (as several client libraries observed; Meta only says that the
 * prefixes may differ).
 */
function whatsappForm(digits: string): string {
  if (/^52\d{10}$/.test(digits)) return `521${digits.slice(2)}`;
  if (/^54[^9]\d{9}$/.test(digits)) return `549${digits.slice(2)}`;
  const mobile = /^55(\d{2})(9?)([6-9]\d{7})$/.exec(digits);
  if (mobile === null) return digits;
  const [, area = "", , subscriber = ""] = mobile;
  return Number(area) <= 28 ? `55${area}9${subscriber}` : `55${area}${subscriber}`;
}
