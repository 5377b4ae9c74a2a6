/** What a customer does with messages, in words. */
import type { Contact } from "../simulator/page";

/** What is worth knowing of a contact; nothing for one who gets and reads everything. */
export function habits({ behaviour, blockedBy, marketing }: Contact): readonly string[] {
  const known: string[] = [];
  if (behaviour === "no_whatsapp") known.push("no WhatsApp");
  if (behaviour === "reads_late") known.push("reads late");
  if (behaviour === "never_reads") known.push("never reads");
  if (behaviour === "phone_off") known.push("phone is off");
  if (blockedBy === "contact") known.push("blocked the business");
  if (blockedBy === "business") known.push("blocked by the business");
  if (marketing === "stopped") known.push("no marketing");
  if (marketing === "held_out") known.push("in Meta's experiment");
  return known;
}

/** Why the customer cannot write; null: it can. */
export function muteReason({ behaviour, blockedBy }: Contact, name: string): string | null {
  if (behaviour === "no_whatsapp") return `${name} has no WhatsApp, so nothing can come from this number.`;
  if (blockedBy === "business") return `The business has blocked ${name}: what they write does not arrive.`;
  if (blockedBy === "contact") return `${name} has blocked the business. To write, unblock it first.`;
  if (behaviour === "phone_off") return `${name}'s phone is off. To write, switch it on first.`;
  return null;
}
