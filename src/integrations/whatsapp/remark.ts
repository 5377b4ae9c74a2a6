import { type JsonValue, member } from "../../shared/json";
import type { Explanation } from "../catalog";
import { explainCode } from "./explain";

/**
 * What a person should notice in a successful response, or `null`: a recipient that became another number, a template message
 * that is held back, or a message that was looked up and has failed.
 */
export function remark(value: JsonValue): Explanation | null {
  const message = first(member(value, "messages"));
  if (message === undefined) return null;
  return remarkRecipient(first(member(value, "contacts"))) ?? remarkHeld(message) ?? remarkFailed(message);
}

function remarkRecipient(contact: JsonValue | undefined): Explanation | null {
  const input = member(contact, "input");
  const waId = member(contact, "wa_id");
  if (typeof input !== "string" || typeof waId !== "string" || input === waId) return null;
  const digits = input.replaceAll(/\D/g, "");
  if (digits === waId) return null;
  const local = digits.replace(/^0+/, "");
  const page = "integrations.whatsapp.send_message";
  if (!input.trimStart().startsWith("+") && local !== "" && waId.endsWith(local)) {
    const code = waId.slice(0, -local.length);
    return {
      text: `"${input}" has no country code, so the business number's was added: the message goes to +${waId}. If that's wrong, write the number with + and its country code instead of +${code}.`,
      page,
    };
  }
  return {
    text: `WhatsApp's ID for ${input} is ${waId}. Some numbers in Argentina, Brazil and Mexico differ like this. Look for ${waId} in statuses and contacts.`,
    page,
  };
}

function remarkHeld(message: JsonValue): Explanation | null {
  if (member(message, "message_status") !== "held_for_quality_assessment") return null;
  return {
    text: "Meta holds this message until it sees how the template is received (pacing). It goes out later, or fails with 132015. Don't resend it.",
    page: "templates",
  };
}

function remarkFailed(message: JsonValue): Explanation | null {
  const error = first(member(message, "errors"));
  return error === undefined ? null : explainCode(error);
}

function first(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? value[0] : undefined;
}
