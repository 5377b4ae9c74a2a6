import { describe, expect, it } from "vitest";
import { habits, muteOf } from "../../../../../src/integrations/whatsapp/phone/chat-head";
import { dayText, spanText, windowText } from "../../../../../src/integrations/whatsapp/phone/clock";
import {
  chatsOf,
  chatWith,
  rowsOf,
  unreadAt,
  wordsOf,
} from "../../../../../src/integrations/whatsapp/phone/conversations";
import { deliveryOf, hasArrived, sentenceOf } from "../../../../../src/integrations/whatsapp/phone/delivery";
import { buttonEffect } from "../../../../../src/integrations/whatsapp/phone/template-view";
import { pressButton, receive } from "../../../../../src/integrations/whatsapp/simulator";
import {
  apply,
  seedWorld,
  type World,
  type WorldEvent,
} from "../../../../../src/integrations/whatsapp/simulator/page";
import { respond } from "../../../../../src/integrations/whatsapp/simulator/respond";
import { strangerContact } from "../../../../../src/integrations/whatsapp/simulator/world/contact";
import type { Message, Outbound } from "../../../../../src/integrations/whatsapp/simulator/world/message";

const HOUR = 3_600_000;
const MAYA = "15551234567";
const CAMILLE = "33639980123";
const seed = seedWorld();
const number = seed.accounts[0]?.phoneNumberId ?? "";
const token = seed.accounts[0]?.token.value ?? "";

const happened = (world: World, ...events: WorldEvent[]) => events.reduce(apply, world);
const wait = (world: World, ms: number) => happened(world, { type: "time_passed", ms });

/** The world after the business posted a message. */
function post(world: World, body: object): World {
  const { events } = respond(world, {
    method: "POST",
    url: `https://graph.facebook.com/v26.0/${number}/messages`,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ messaging_product: "whatsapp", ...body }),
  });
  return happened(world, ...events);
}
const text = (world: World, to: string, body: string) => post(world, { to, type: "text", text: { body } });

function lastSent(world: World, waId: string): Outbound {
  const last = chatWith(world, number, waId).messages.at(-1);
  if (last?.direction !== "outbound") throw new Error("The last message is the customer's.");
  return last;
}
const sentences = (world: World, waId: string) => {
  const { messages, name } = chatWith(world, number, waId);
  return messages.map((one) => sentenceOf(one, name, world.clock).replace(/\d\d:\d\d( [AP]M)?/, "TIME"));
};

describe("the chats of a business number", () => {
  it("come newest first and count unanswered messages", () => {
    const world = happened(wait(seed, HOUR), receive(wait(seed, HOUR), number, CAMILLE, "Bonjour"));
    const chats = chatsOf(world, number);
    expect(chats.map((chat) => [chat.name, chat.unread])).toEqual([
      ["Camille Durand", 1],
      ["Priya Nair", 1],
      ["Maya Torres", 0],
    ]);
    expect(unreadAt(world, number)).toBe(2);
    expect(chatsOf(text(world, CAMILLE, "Hello"), number)[0]?.unread).toBe(0);
  });

  it("stop counting a message once the business has marked it as read", () => {
    const id = chatWith(seed, number, "447700900142").messages.at(-1)?.id ?? "";
    expect(unreadAt(happened(seed, { type: "message_marked_read", id, at: seed.clock }), number)).toBe(0);
  });

  it("keep each number's conversations apart and are empty for people who never wrote", () => {
    const other = seed.accounts[1]?.phoneNumberId ?? "";
    expect(chatsOf(seed, other).map((chat) => chat.messages.length)).toEqual([1]);
    expect(chatWith(seed, number, "15550100199")).toMatchObject({ name: "+15550100199", messages: [] });
  });
});

describe("a message's status", () => {
  it("goes from a clock to one tick, two ticks and two coloured ticks", () => {
    let world = text(seed, MAYA, "Hello");
    const message = lastSent(world, MAYA);
    const seen = new Set<string>();
    for (let at = message.acceptedAt; at < message.acceptedAt + 10_000; at += 5) {
      seen.add(deliveryOf(message, at).tick);
    }
    expect([...seen]).toEqual(["pending", "sent", "delivered", "read"]);
    expect(hasArrived(deliveryOf(message, message.acceptedAt))).toBe(false);
    world = wait(world, HOUR);
    expect(sentences(world, MAYA).at(-1)).toBe("You, TIME, read: Hello");
  });

  it("outside the window it fails with Meta's code, explained", () => {
    const world = wait(text(seed, CAMILLE, "Hello"), HOUR);
    const { tick, failure } = deliveryOf(lastSent(world, CAMILLE), world.clock);
    expect(tick).toBe("failed");
    expect(failure?.code).toBe(131047);
    expect(failure?.known?.cause).toContain("24 hours");
    expect(sentences(world, CAMILLE)).toEqual([
      "You, TIME, failed with 131047, Re-engagement message: Hello",
    ]);
  });
});

describe("a message as text", () => {
  it("a template reads as header and body, a pressed button as its label", () => {
    const sent = wait(
      post(seed, {
        to: "447700900142",
        type: "template",
        template: {
          name: "tasting_reminder",
          language: { code: "en_US" },
          components: [
            {
              type: "header",
              parameters: [{ type: "image", image: { link: "https://tea.example/room.jpg" } }],
            },
            {
              type: "body",
              parameters: [
                { type: "text", parameter_name: "first_name", text: "Priya" },
                { type: "text", parameter_name: "day", text: "*Saturday*" },
                { type: "text", parameter_name: "time", text: "4 pm" },
              ],
            },
          ],
        },
      }),
      HOUR,
    );
    const message = lastSent(sent, "447700900142");
    expect(wordsOf(message)).toBe(
      "Picture · Hi Priya, we look forward to your tasting on Saturday at 4 pm. Come hungry for tea.",
    );
    const press = pressButton(sent, message.id, 0);
    expect(press).not.toBeNull();
    const world = press === null ? sent : happened(sent, press);
    expect(sentences(world, "447700900142").at(-1)).toBe(
      "Priya Nair, TIME, pressed the button: I will be there",
    );
    expect(chatWith(world, number, "447700900142").messages.at(-1)?.context).toBe(message.id);
  });

  it.each([
    ["URL", "https://tea.example/track/7", "On a phone this opens https://tea.example/track/7."],
    [
      "URL",
      "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp482913",
      "On a phone this copies the code 482913.",
    ],
    ["PHONE_NUMBER", "+15550100142", "On a phone this calls +15550100142."],
    ["COPY_CODE", "TEA20", "On a phone this copies the code TEA20."],
  ] as const)("a %s button says what it would do", (type, value, said) => {
    expect(buttonEffect(type, value)).toBe(said);
  });
});

describe("the clock", () => {
  it("shows how much of the customer service window is left", () => {
    const now = seed.clock;
    expect(windowText(now - 120_000, now)).toEqual({ open: true, text: "Window open, 23 h 58 min left" });
    expect(windowText(now - 24 * HOUR + 1_000, now).text).toBe("Window open, under a minute left");
    for (const lastInbound of [now - 24 * HOUR, null]) {
      expect(windowText(lastInbound, now)).toEqual({
        open: false,
        text: "Window closed: templates only",
      });
    }
    expect([HOUR, 59 * 60_000].map(spanText)).toEqual(["1 h", "59 min"]);
  });

  it("names days by the calendar and divides them", () => {
    const noon = new Date(2026, 10, 4, 12).getTime();
    const day = 24 * HOUR;
    expect(dayText(noon - 11 * HOUR, noon)).toBe("Today");
    expect(dayText(noon - 13 * HOUR, noon)).toBe("Yesterday");
    expect(dayText(noon - 3 * day, noon)).toBe(
      new Intl.DateTimeFormat(undefined, { weekday: "long" }).format(noon - 3 * day),
    );
    const [first] = seed.messages.flat();
    const later = (ms: number): Message =>
      first?.direction === "inbound" ? { ...first, receivedAt: noon + ms } : lastSent(seed, MAYA);
    expect(rowsOf([later(0), later(11.9 * HOUR), later(12 * HOUR)]).map((row) => row.kind)).toEqual([
      "day",
      "message",
      "message",
      "day",
      "message",
    ]);
  });
});

describe("who can write", () => {
  it("is everyone, unless something prevents it, and then it says what", () => {
    const contact = strangerContact(MAYA);
    expect([muteOf(contact, "Maya"), habits(contact)]).toEqual([null, []]);
    expect(muteOf({ ...contact, blockedBy: "contact" }, "Maya")?.reason).toContain("Unblock it to write");
    expect(muteOf({ ...contact, blockedBy: "business" }, "Maya")?.reason).toContain("blocked Maya");
    expect(muteOf({ ...contact, behaviour: "no_whatsapp" }, "Maya")?.reason).toContain("no WhatsApp");
    expect(habits({ ...contact, behaviour: "reads_late", marketing: "stopped" })).toEqual([
      "reads late",
      "no marketing",
    ]);
  });
});
