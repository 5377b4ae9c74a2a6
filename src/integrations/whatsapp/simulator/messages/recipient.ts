import type { JsonObject } from "../../../../shared/json";
import { member } from "../../../../shared/json";
import { badParameter, invalidParameter, Refusal } from "../graph/refusal";
import { type PhoneNumber, readPhoneNumber } from "../phone-number";
import type { WorldAccount } from "../world/account";
import type { World } from "../world/world";

export interface Recipient extends PhoneNumber {
  /** As the request wrote it. */
  readonly input: string;
}

/** `to` as text; a JSON number counts as its digits. Refuses a missing one. */
export function readTo(body: JsonObject): string {
  const to = member(body, "to");
  if (to === undefined || to === null || to === "") {
    throw new Refusal(100, { message: "The parameter to is required." });
  }
  if (typeof to === "number") return String(to);
  if (typeof to !== "string") throw badParameter("Param to must be a string.");
  return to;
}

/**
 * Step 4: who the message goes to. Refuses what is no phone number (100), the business's own number (131021), a
 * country it may not write to (130497) and, on Meta's test numbers, who is not on the list (131030).
 */
export function checkRecipient(world: World, account: WorldAccount, to: string): Recipient {
  const number = readPhoneNumber(to, account.phoneNumber);
  if (number === null) {
    throw invalidParameter(`Parameter 'to' is not a valid phone number: ${to.slice(0, 100)}`);
  }
  if (number.waId === account.phoneNumber) throw new Refusal(131021);
  if (world.waba.restrictedCodes.includes(number.callingCode)) throw new Refusal(130497);
  if (account.allowedRecipients !== null && !account.allowedRecipients.includes(number.waId)) {
    throw new Refusal(131030);
  }
  return { ...number, input: to };
}
