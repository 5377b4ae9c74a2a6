import { describe, expect, it } from "vitest";
import {
  parseEvents,
  pressButton,
  receive,
  seedWorld,
  type WorldEvent,
} from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, sentId } from "./client";

const rosa = "15550100163";

function invite(client: Client, buttons: readonly object[] = []): string {
  const named = (name: string) => ({ type: "text", parameter_name: name, text: name });
  return sentId(
    client.post({
      messaging_product: "whatsapp",
      to: rosa,
      type: "template",
      template: {
        name: "tasting_reminder",
        language: { code: "en_US" },
        components: [
          {
            type: "header",
            parameters: [{ type: "image", image: { link: "https://juniper-lane.example/77.jpg" } }],
          },
          { type: "body", parameters: ["first_name", "day", "time"].map(named) },
          ...buttons,
        ],
      },
    }),
  );
}

function pressed(client: Client, id: string, index: number): WorldEvent {
  const event = pressButton(client.world, id, index);
  if (event === null) throw new Error("nothing to press");
  return event;
}

function statusOfText(client: Client, to: string): unknown {
  const id = sentId(client.sendText(to));
  client.wait(10_000);
  const message = client.message(id);
  return at(message, "errors", 0, "code") ?? at(message, "message_status");
}

describe("a customer who presses a template's button", () => {
  it("opens the window, and the business gets text, payload and the message it answers", () => {
    const client = new Client();
    expect(statusOfText(client, rosa)).toBe(131047);
    const id = invite(client);
    const event = pressed(client, id, 1);
    expect(parseEvents([JSON.parse(JSON.stringify(event))])).toEqual({ ok: true, value: [event] });
    client.take([event]);
    const reply = client.world.messages.flat().at(-1);
    expect(client.message(reply?.id ?? "")).toMatchObject({
      message_status: "delivered",
      from: rosa,
      type: "button",
      button: { text: "Move it", payload: "Move it" },
      context: { id },
    });
    expect(statusOfText(client, rosa)).toBe("delivered");
  });

  it("returns the payload the business gave the button", () => {
    const client = new Client();
    const parameters = [{ type: "payload", payload: "MOVE:77" }];
    const id = invite(client, [{ type: "button", sub_type: "quick_reply", index: "1", parameters }]);
    expect(pressed(client, id, 1)).toMatchObject({
      message: { content: { type: "button", text: "Move it", payload: "MOVE:77" }, context: id },
    });
    expect(pressed(client, id, 0)).toMatchObject({ message: { content: { payload: "I will be there" } } });
  });

  it("cannot press what does not exist, and opening a link tells the business nothing", () => {
    const client = new Client();
    const id = invite(client);
    expect(pressButton(client.world, id, 2)).toBeNull();
    expect(pressButton(client.world, "wamid.HBgM...", 0)).toBeNull();
    expect(pressButton(client.world, "wamid.nobody", 0)).toBeNull();
    const url = { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "x" }] };
    const code = [{ type: "body", parameters: [{ type: "text", text: "x" }] }, url];
    const login = sentId(client.sendTemplate("login_code", code, { to: rosa }));
    expect(pressButton(client.world, login, 0)).toBeNull();
  });
});

describe("a customer who changes their mind", () => {
  const change = (client: Client, what: Extract<WorldEvent, { type: "contact_changed" }>["change"]) =>
    client.take([{ type: "contact_changed", waId: "15551234567", change: what }]);

  it("blocks and unblocks the business: nothing sent in between arrives, what was sent before does", () => {
    const client = new Client();
    const before = sentId(client.sendText("15551234567"));
    change(client, { blockedBy: "contact" });
    expect(statusOfText(client, "15551234567")).toBe(131026);
    expect(at(client.message(before), "message_status")).toBe("read");
    change(client, { blockedBy: null });
    expect(statusOfText(client, "15551234567")).toBe("read");
  });

  it("opts out of marketing and back in", () => {
    const client = new Client();
    const to = "61491570156";
    const fate = () => {
      const parts = [
        {
          type: "header",
          parameters: [{ type: "video", video: { link: "https://juniper-lane.example/1.mp4" } }],
        },
        { type: "body", parameters: [{ type: "text", text: "oolong" }] },
      ];
      client.sendTemplate("brewing_guide", parts, { to });
      return client.world.messages.flat().at(-1);
    };
    client.take([{ type: "contact_changed", waId: to, change: { marketing: "stopped" } }]);
    expect(fate()).toMatchObject({ life: { code: 131050 } });
    client.take([{ type: "contact_changed", waId: to, change: { marketing: "accepts" } }]);
    expect(fate()).toMatchObject({ life: { end: "arrives" } });
  });

  it("becomes a contact if unknown", () => {
    const client = new Client();
    client.take([
      {
        type: "contact_changed",
        waId: "15559990000",
        change: { profileName: "New", behaviour: "never_reads" },
      },
    ]);
    expect(client.world.contacts.flat().at(-1)).toMatchObject({ waId: "15559990000", profileName: "New" });
  });

  it("is refused by field if the change is invalid", () => {
    const event = { type: "contact_changed", waId: "15559990000", change: { behaviour: "sleeps" } };
    expect(parseEvents([event])).toEqual({
      ok: false,
      message: expect.stringMatching(/^0\.change\.behaviour: /),
    });
    expect(parseEvents([{ ...event, change: { mood: 1 } }])).toMatchObject({ ok: false });
  });
});

it("a customer can answer a text too", () => {
  const client = new Client();
  const event = receive(client.world, client.phoneNumberId, "15551234567", "Thank you", "wamid.HBgM...");
  client.take([event]);
  expect(client.world.messages.flat().at(-1)).toMatchObject({
    content: { type: "text", body: "Thank you" },
    context: "wamid.HBgM...",
  });
  expect(seedWorld().messages.flat()).toHaveLength(client.world.messages.flat().length - 1);
});
