import { isLoopback } from "../../shared/loopback";
import type { AccountField } from "../catalog";
import { defaultBaseUrl } from "./api-version";

/** The settings of a WhatsApp account besides its access token. */
export const whatsappFields: readonly AccountField[] = [
  {
    name: "phone_number_id",
    label: "Phone number ID",
    description: "Find it under WhatsApp > API Setup in the Meta App Dashboard. Not the phone number itself.",
    required: true,
    check: (value) =>
      value.trim() === "" ? "Enter the phone number ID." : checkId(value, "phone number ID"),
  },
  {
    name: "waba_id",
    label: "WhatsApp Business Account ID",
    description: "The WABA that owns the number and its templates. `list_templates` needs it.",
    required: false,
    check: (value) => (value.trim() === "" ? null : checkId(value, "WhatsApp Business Account ID")),
  },
  {
    name: "base_url",
    label: "Base URL",
    description: "Graph API address and version. Change it to use another version or a test server.",
    required: false,
    default: defaultBaseUrl,
    check: (value) => (value.trim() === "" ? null : checkBaseUrl(value)),
  },
];

function checkId(value: string, what: string): string | null {
  const id = value.trim();
  if (/^[0-9]+$/.test(id)) return null;
  if (/^\+?[0-9 ()-]+$/.test(id)) return `The ${what} has digits only. This looks like a phone number.`;
  return `The ${what} has digits only, e.g. 106540352242922.`;
}

function checkBaseUrl(value: string): string | null {
  const text = value.trim();
  if (!URL.canParse(text)) return `Enter a complete URL, e.g. ${defaultBaseUrl}.`;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    return "Remove the user name and password from the base URL.";
  // A bare "?" or "#" leaves `search` and `hash` empty, but would still swallow the path appended to it.
  if (/[?#]/.test(text)) return "Remove everything from ? or # onward.";
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return null;
  return url.protocol === "http:"
    ? "Use https, which encrypts the token. http works for localhost only."
    : "The base URL starts with https://.";
}
