import type { ErrorCode } from "../../../../../src/integrations/whatsapp/errors";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { Pacing } from "../../../../../src/integrations/whatsapp/simulator/world/template";
import { contact, hours, template, waba } from "./causes";

/** One way in which a message that was accepted fails later. */
export interface LateCause {
  readonly code: ErrorCode;
  readonly why: string;
  readonly world?: (shop: World) => World;
  /** Lua; its last call is the send whose message fails. */
  readonly script: string;
  readonly title: string;
  readonly details: string;
}

const maya = "15551234567";
const hello = `wa.send_message({ to = "${maya}", body = "Hello" })`;
const priya = "447700900142";
const jack = "61491570156";
const offer = (to: string) =>
  template(
    "brewing_guide",
    '{ type = "header", parameters = { { type = "video", video = { link = "https://juniper-lane.example/brew.mp4" } } } }, { type = "body", parameters = { { type = "text", text = "your oolong" } } }',
    { to },
  );
const undeliverable = {
  code: 131026,
  title: "Message undeliverable",
  details: "Message Undeliverable.",
} as const;
const loginCode = `{ type = "body", parameters = { { type = "text", text = "1234" } } }, { type = "button", sub_type = "url", index = "0", parameters = { { type = "text", text = "1234" } } }`;
const marketing = {
  code: 131049,
  title: "This message was not delivered to maintain healthy ecosystem engagement.",
  details: "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
} as const;

/** A pacing of `order_update` in English. */
export function paced(change: Partial<Pacing>): (shop: World) => World {
  return (shop) => ({
    ...shop,
    pacing: shop.templates
      .filter((one) => one.name === "order_update" && one.language === "en")
      .map((one) => ({
        templateId: one.id,
        freeMessages: 1,
        accepted: 0,
        holdMs: 600_000,
        decidedAt: null,
        outcome: "dropped",
        ...change,
      })),
  });
}

export const update = template(
  "order_update",
  '{ type = "body", parameters = { { type = "text", text = "Order #1" }, { type = "text", text = "packed" } } }',
  { language: "en" },
);

/** Errors that come as a `failed` status, by their real causes. */
export const lateFailures: readonly LateCause[] = [
  {
    ...undeliverable,
    why: "the number has no WhatsApp",
    script: template("hello_world", "", { to: "353209150204" }),
  },
  {
    ...undeliverable,
    why: "the person blocked the business",
    script: template("hello_world", "", { to: "447700900567" }),
  },
  {
    ...undeliverable,
    why: "an authentication template to India",
    script: template("login_code", loginCode, { to: "+919876543210" }),
  },
  {
    code: 130403,
    why: "the business blocked the person",
    script: template("hello_world", "", { to: "61491570737" }),
    title: "Business blocked the user",
    details: "Message failed to send because the business has blocked this user. Unblock the user first.",
  },
  {
    code: 131047,
    why: "the window is closed",
    world: hours(25),
    script: hello,
    title: "Re-engagement message",
    details:
      "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  },
  {
    code: 131050,
    why: "the person stopped marketing",
    script: offer("447700900318"),
    title:
      "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
    details:
      "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business",
  },
  {
    code: 130472,
    why: "the person is held out of marketing",
    world: contact(jack, { marketing: "held_out" }),
    script: offer(jack),
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
  },
  { ...marketing, why: "marketing to the US", script: offer(maya) },
  {
    ...marketing,
    why: "more marketing than the person gets a day",
    script: `for _ = 1, 3 do ${offer(jack)} end`,
  },
  {
    code: 131042,
    why: "nobody pays",
    world: waba({ state: "payment_problem" }),
    script: template("hello_world", "", { to: jack }),
    title: "Business eligibility payment issue",
    details: "Message failed to send because of the payment method.",
  },
  {
    code: 131048,
    why: "the portfolio's limit is used up",
    world: (shop) => ({
      ...shop,
      business: {
        ...shop.business,
        messagingLimit: "TIER_250",
        reached: [{ since: shop.clock - 600_000, count: 250 }],
      },
    }),
    script: template("hello_world", "", { to: jack }),
    title: "Spam rate limit hit",
    details:
      "Message failed to send because there are restrictions on how many messages can be sent from this phone number.",
  },
  {
    code: 131053,
    why: "the header's link leads nowhere",
    script: template(
      "tasting_reminder",
      `{ type = "header", parameters = { { type = "image", image = { link = "https://media.invalid/a.jpg" } } } }, { type = "body", parameters = { { type = "text", parameter_name = "first_name", text = "Priya" }, { type = "text", parameter_name = "day", text = "Monday" }, { type = "text", parameter_name = "time", text = "4 pm" } } }`,
      { to: priya },
    ),
    title: "Media upload error",
    details: "The media could not be uploaded.",
  },
  {
    code: 132015,
    why: "the template does badly while the message is held",
    world: paced({}),
    script: `${update}; ${update}`,
    title: "Template is temporarily unavailable to use because it was paused due to low quality.",
    details:
      "The message was held for quality assessment and is dropped: the template got low quality feedback and is paused.",
  },
];
