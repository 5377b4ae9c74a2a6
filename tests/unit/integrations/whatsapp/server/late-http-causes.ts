import type { ErrorCode } from "../../../../../src/integrations/whatsapp/errors";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { contact, hours, waba } from "../simulator/causes";
import { paced } from "../simulator/late-causes";

/** One send that is accepted and fails later; the webhook tells why. */
export interface LateHttpCause {
  readonly why: string;
  readonly world?: (shop: World) => World;
  readonly to: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly code: ErrorCode;
  readonly title: string;
  readonly details: string;
}

const maya = "15551234567";
const priya = "447700900142";
const jack = "61491570156";

function template(name: string, components: readonly unknown[] = [], code = "en_US") {
  return { type: "template", template: { name, language: { code }, components } };
}

const words = (...texts: string[]) => texts.map((text) => ({ type: "text", text }));
const hello = template("hello_world");
const offer = template("brewing_guide", [
  { type: "header", parameters: [{ type: "video", video: { id: "1" } }] },
  { type: "body", parameters: words("your oolong") },
]);
const code = template("login_code", [
  { type: "body", parameters: words("1234") },
  { type: "button", sub_type: "url", index: "0", parameters: words("1234") },
]);
const tasting = template("tasting_reminder", [
  { type: "header", parameters: [{ type: "image", image: { link: "https://media.invalid/a.jpg" } }] },
  {
    type: "body",
    parameters: [
      { type: "text", parameter_name: "first_name", text: "Priya" },
      { type: "text", parameter_name: "day", text: "Monday" },
      { type: "text", parameter_name: "time", text: "4 pm" },
    ],
  },
]);
const undeliverable = {
  code: 131026,
  title: "Message undeliverable",
  details: "Message undeliverable.",
} as const;
const marketing = {
  code: 131049,
  title: "Message not delivered to maintain healthy ecosystem engagement",
  details:
    "This message was not delivered to maintain healthy ecosystem engagement. Wait at least 24 hours before sending again.",
} as const;

/** Everything that Meta reports by webhook alone. */
export const lateCauses: readonly LateHttpCause[] = [
  { why: "no WhatsApp", to: "353209150204", content: hello, ...undeliverable },
  { why: "the person blocked the business", to: "447700900567", content: hello, ...undeliverable },
  { why: "an authentication template to India", to: "919876543210", content: code, ...undeliverable },
  {
    why: "the business blocked the person",
    to: "61491570737",
    content: hello,
    code: 130403,
    title: "Business blocked the user",
    details: "Message failed to send because the business has blocked this user. Unblock the user first.",
  },
  {
    why: "a closed window",
    world: hours(25),
    to: maya,
    content: { type: "text", text: { body: "Hi" } },
    code: 131047,
    title: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
  {
    why: "opted out of marketing",
    to: "447700900318",
    content: offer,
    code: 131050,
    title: "User has stopped marketing messages from your business",
    details:
      "Unable to deliver the message. The recipient has chosen to stop receiving marketing messages from this business.",
  },
  {
    why: "held out of marketing",
    world: contact(jack, { marketing: "held_out" }),
    to: jack,
    content: offer,
    code: 130472,
    title: "User's number is part of an experiment",
    details: "Message was not sent as part of an experiment.",
  },
  { why: "marketing to the US", to: maya, content: offer, ...marketing },
  {
    why: "nobody pays",
    world: waba({ state: "payment_problem" }),
    to: jack,
    content: hello,
    code: 131042,
    title: "Business eligibility payment issue",
    details: "Message failed to send because of the payment method.",
  },
  {
    why: "the portfolio's limit used up",
    world: (shop) => ({
      ...shop,
      business: {
        ...shop.business,
        messagingLimit: "TIER_250",
        reached: [{ since: shop.clock - 600_000, count: 250 }],
      },
    }),
    to: jack,
    content: hello,
    code: 131048,
    title: "Spam rate limit hit",
    details:
      "Message failed to send because there are restrictions on how many messages can be sent from this phone number.",
  },
  {
    why: "a header's link that leads nowhere",
    to: priya,
    content: tasting,
    code: 131053,
    title: "Media upload error",
    details: "The media could not be uploaded.",
  },
  {
    why: "a held message whose template does badly",
    // Its free messages are used up.
    world: paced({ accepted: 1 }),
    to: maya,
    content: template("order_update", [{ type: "body", parameters: words("Order #1", "packed") }], "en"),
    code: 132015,
    title: "Template is paused",
    details:
      "The message was held for quality assessment and is dropped: the template got low quality feedback and is paused.",
  },
];
