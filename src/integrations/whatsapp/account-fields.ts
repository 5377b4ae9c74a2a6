import { isLoopback } from "../../shared/loopback";
import type { AccountField } from "../catalog";
import { defaultBaseUrl } from "./api-version";

/** The settings of a WhatsApp account besides its access token. */
export const whatsappFields: readonly AccountField[] = [
  {
    name: "phone_number_id",
    label: "Phone number ID",
    description:
      "The ID of the business phone number messages are sent from. It stands under WhatsApp > API Setup in the Meta App Dashboard, and is not the phone number itself.",
    required: true,
    check: (value) =>
      value.trim() === "" ? "Fill in the phone number ID." : checkId(value, "phone number ID"),
  },
  {
    name: "waba_id",
    label: "WhatsApp Business Account ID",
    description:
      "The ID of the account (WABA) that owns the number and the templates. Without it `list_templates` asks the phone number, which Meta's API refuses.",
    required: false,
    check: (value) => (value.trim() === "" ? null : checkId(value, "WhatsApp Business Account ID")),
  },
  {
    name: "base_url",
    label: "Base URL",
    description:
      "Address and version of the Graph API. Change it to speak to another version or to a test server.",
    required: false,
    default: defaultBaseUrl,
    check: (value) => (value.trim() === "" ? null : checkBaseUrl(value)),
  },
];

function checkId(value: string, what: string): string | null {
  const id = value.trim();
  if (/^[0-9]+$/.test(id)) return null;
  if (/^\+?[0-9 ()-]+$/.test(id)) return `The ${what} has digits only; this looks like a phone number.`;
  return `The ${what} has digits only, e.g. 106540352242922.`;
}

function checkBaseUrl(value: string): string | null {
  const text = value.trim();
  if (!URL.canParse(text)) return `Write the base URL as a whole address, e.g. ${defaultBaseUrl}.`;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    return "Take the user name and password out of the base URL.";
  // A bare "?" or "#" leaves `search` and `hash` empty, and would still swallow the path appended to it.
  if (/[?#]/.test(text)) return "Take everything from ? or # on out of the base URL.";
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return null;
  return url.protocol === "http:"
    ? "Use https, since a token would travel unencrypted; http is for this machine only (localhost)."
    : "The base URL starts with https://.";
}
