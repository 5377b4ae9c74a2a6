import type { JsonObject } from "../../../../shared/json";
import { newestVersion } from "../../api-version";
import { Refusal } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { conversationWith, strangerContact, windowIsOpen } from "../world/contact";
import { contactIndex, findTemplate } from "../world/lookup";
import type { Content, Outbound, Pricing } from "../world/message";
import type { Template } from "../world/template";
import type { World } from "../world/world";
import { checkBody, checkRecipient, type MessageRequest } from "./body";
import { fillTemplate } from "./fill-template";
import { type Draft, lifeOf } from "./life";
import { checkCanSend, checkSendLimits } from "./limits";
import { type Hold, holdOf } from "./pacing";
import { nextMessageId } from "./wamid";

/**
 * `POST /{phone-number-id}/messages` with a message. The token has been checked: this does the rest of step 2, then body shape,
 * recipient, template, parameters and limits, in this order.
 */
export function acceptMessage({ world, call, account }: Asked): GraphOutcome {
  checkCanSend(world, account);
  const request = checkBody(call.body);
  const recipient = checkRecipient(world, account, request.to);
  const { content, hold } = contentOf(world, request, call.version ?? newestVersion);
  const contact = contactIndex.find(world.contacts, recipient.waId) ?? strangerContact(recipient.waId);
  const conversation = conversationWith(contact, account.phoneNumberId);
  checkSendLimits(account, conversation, world.clock);
  const windowOpen = windowIsOpen(conversation, world.clock);
  if (content.type === "text" && !windowOpen && world.rules.closedWindow === "refused_at_once") {
    throw new Refusal(131047);
  }
  const draft: Draft = {
    direction: "outbound",
    id: nextMessageId(world, recipient.waId, "outbound"),
    phoneNumberId: account.phoneNumberId,
    waId: recipient.waId,
    input: recipient.input,
    acceptedAt: world.clock,
    content,
    context: request.context,
    callbackData: request.callbackData,
    windowOpen,
    pricing: pricingOf(content, windowOpen),
    heldUntil: hold?.until ?? null,
  };
  const message = { ...draft, life: lifeOf({ world, draft, contact, number: recipient, hold }) };
  return { body: acceptedBody(message), events: [{ type: "message_accepted", message }] };
}

/** The content, and how its template's pacing holds it back. Steps 5 and 6 for templates. */
function contentOf(
  world: World,
  { content }: MessageRequest,
  version: number,
): { readonly content: Content; readonly hold: Hold | null } {
  if (content.type === "text") return { content, hold: null };
  const template = checkTemplateChoice(world, content.name, content.language);
  const { name, language, category } = template;
  const rendered = fillTemplate(template, content.components, version);
  return {
    content: { type: "template", name, language, category, rendered },
    hold: holdOf(world, template),
  };
}

/** Free text is free, and so are utility templates within the window (Meta's price page, 2026-09 copy). */
function pricingOf(content: Content, windowOpen: boolean): Pricing {
  if (content.type === "text") return { category: "service", type: "free_customer_service", billable: false };
  const category = pricingCategories[content.category];
  const free = windowOpen && category === "utility";
  return { category, type: free ? "free_customer_service" : "regular", billable: !free };
}

const pricingCategories = {
  UTILITY: "utility",
  MARKETING: "marketing",
  AUTHENTICATION: "authentication",
} as const;

/** Only template sends return `message_status`. */
function acceptedBody(message: Outbound): JsonObject {
  const said = message.heldUntil === null ? "accepted" : "held_for_quality_assessment";
  const status = message.content.type === "template" ? { message_status: said } : {};
  return {
    messaging_product: "whatsapp",
    contacts: [{ input: message.input, wa_id: message.waId }],
    messages: [{ id: message.id, ...status }],
  };
}

/** Step 5: the template, which must exist in the language (132001) and be approved (132015 paused, 132016 disabled); marketing may be switched off (131063). */
function checkTemplateChoice(world: World, name: string, language: string): Template {
  const template = findTemplate(world.templates, name, language);
  if (template?.status === "PAUSED") throw new Refusal(132015);
  if (template?.status === "DISABLED") throw new Refusal(132016);
  if (template?.status === "APPROVED") {
    if (template.category === "MARKETING" && world.waba.state === "marketing_switched_off") {
      throw new Refusal(131063);
    }
    return template;
  }
  throw new Refusal(132001, { details: `template name (${name}) does not exist in ${language}` });
}
