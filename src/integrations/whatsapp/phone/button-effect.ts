/** Meta's address behind a one-time password's button (authentication templates read back with it). */
const OTP = /^https:\/\/www\.whatsapp\.com\/otp\/code\//;

/** What a button that is no quick reply does on the customer's phone, in a sentence. `value`: address, number or code. */
export function buttonEffect(type: "URL" | "PHONE_NUMBER" | "COPY_CODE", value: string): string {
  if (type === "PHONE_NUMBER") return `On a phone this calls ${value}.`;
  if (type === "COPY_CODE") return `On a phone this copies the code ${value}.`;
  const code = OTP.test(value) && URL.canParse(value) ? new URL(value).searchParams.get("code") : null;
  if (code !== null) return `On a phone this copies the code ${code.replace(/^otp/, "")}.`;
  return `On a phone this opens ${value}.`;
}
