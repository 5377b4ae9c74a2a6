import { isJsonObject, type JsonObject, type JsonValue, member } from "../../../../shared/json";
import { badParameter, invalidParameter, notSimulated, Refusal } from "../graph/refusal";
import { missingMessageTypes } from "../not-simulated";
import { type PhoneNumber, readPhoneNumber } from "../phone-number";
import type { WorldAccount } from "../world/account";
import type { World } from "../world/world";
import { checkSimulated } from "./components";
import { flag, lengthOf, list, oneOf, optionalText, requiredText } from "./read-value";

/** A requested message, with only its shape checked. */
export interface MessageRequest {
  readonly to: string;
  readonly context: string | null;
  readonly callbackData: string | null;
  readonly content: TextRequest | TemplateRequest;
}

interface TextRequest {
  readonly type: "text";
  readonly body: string;
  readonly previewUrl: boolean;
}

interface TemplateRequest {
  readonly type: "template";
  readonly name: string;
  readonly language: string;
  readonly components: readonly JsonValue[];
}

const longestText = 4096;
const longestCallbackData = 512;

/** Step 3, first half: `messaging_product`, which every POST on `messages` needs. */
export function checkProduct(body: JsonObject): void {
  const product = requiredText(member(body, "messaging_product"), "messaging_product");
  if (product.toLowerCase() !== "whatsapp") {
    throw badParameter(`Param messaging_product must be one of {WHATSAPP} - got "${product}".`);
  }
}

/** Step 3: the body's shape, without templates or contacts. Refuses in Meta's words. */
export function checkBody(body: JsonObject): MessageRequest {
  checkProduct(body);
  const to = readTo(body);
  const recipientType = optionalText(member(body, "recipient_type"), "recipient_type") ?? "individual";
  if (oneOf(recipientType, ["INDIVIDUAL", "GROUP"], "recipient_type") === "GROUP") {
    throw notSimulated("messages to groups");
  }
  const callbackData = optionalText(member(body, "biz_opaque_callback_data"), "biz_opaque_callback_data");
  if (callbackData !== null && lengthOf(callbackData) > longestCallbackData) {
    throw tooLong("biz_opaque_callback_data", longestCallbackData);
  }
  const context = member(body, "context");
  return {
    to,
    context:
      context === undefined || context === null
        ? null
        : requiredText(member(context, "message_id"), "context['message_id']"),
    callbackData,
    content: checkContent(body),
  };
}

function checkContent(body: JsonObject): TextRequest | TemplateRequest {
  const type = optionalText(member(body, "type"), "type") ?? "text";
  const known = oneOf(type, [...missingMessageTypes, "TEMPLATE", "TEXT"], "type");
  if (known === "TEXT") return checkText(member(body, "text"));
  if (known === "TEMPLATE") return checkTemplate(member(body, "template"));
  const kind = known === "INTERACTIVE" ? member(member(body, "interactive"), "type") : undefined;
  const named = typeof kind === "string" ? `interactive (${kind})` : known.toLowerCase();
  throw notSimulated(`messages of type ${named}; the simulator takes text and template`);
}

function checkText(text: JsonValue | undefined): TextRequest {
  if (!isJsonObject(text)) throw invalidParameter("Parameter 'text' is mandatory for type 'text'");
  const body = requiredText(member(text, "body"), "text['body']");
  if (lengthOf(body) > longestText) throw tooLong("text['body']", longestText);
  return { type: "text", body, previewUrl: flag(member(text, "preview_url"), "text['preview_url']") };
}

function checkTemplate(template: JsonValue | undefined): TemplateRequest {
  if (!isJsonObject(template))
    throw invalidParameter("Parameter 'template' is mandatory for type 'template'");
  const name = requiredText(member(template, "name"), "template['name']");
  const language = member(template, "language");
  const code = requiredText(member(language, "code"), "template['language']['code']");
  const policy = optionalText(member(language, "policy"), "template['language']['policy']");
  if (policy !== null) oneOf(policy, ["DETERMINISTIC"], "template['language']['policy']");
  const components = list(member(template, "components"), "template['components']");
  checkSimulated(components);
  return { type: "template", name, language: code, components };
}

function tooLong(param: string, most: number): Refusal {
  return badParameter(`Param ${param} must be at most ${most} characters long.`);
}

export interface Recipient extends PhoneNumber {
  /** As written in the request. */
  readonly input: string;
}

/** `to` as text. A JSON number counts as its digits. Refuses if it is missing. */
function readTo(body: JsonObject): string {
  const to = member(body, "to");
  if (to === undefined || to === null || to === "") {
    throw new Refusal(100, { message: "The parameter to is required." });
  }
  if (typeof to === "number") return String(to);
  if (typeof to !== "string") throw badParameter("Param to must be a string.");
  return to;
}

/**
 * Step 4: the recipient. Refuses anything but a phone number (100), the business's own number (131021), a country it may not
 * write to (130497) and, on Meta's test numbers, anyone not on the list (131030).
 */
export function checkRecipient(world: World, account: WorldAccount, to: string): Recipient {
  // Observed: Meta accepts no international call prefix, and says no more than this.
  if (/^\s*00/.test(to)) throw invalidParameter("Parameter Invalid");
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
