import { describe, expect, it } from "vitest";
import { noticesBetween } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import { seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { contactIndex } from "../../../../../src/integrations/whatsapp/simulator/world/lookup";
import { contactKind } from "../../../../../src/integrations/whatsapp/world-editor/contacts";
import { at, Client, sentId } from "./client";

const maya = "15551234567";
const day = 86_400_000;
const change = (behaviour: "phone_off" | "reads_at_once" | "never_reads") => [
  { type: "contact_changed" as const, waId: maya, change: { behaviour } },
];

function status(client: Client, id: string) {
  return at(client.message(id), "message_status");
}

/** A client that has sent Maya a message while her phone is off. */
function waiting() {
  const client = new Client();
  client.take(change("phone_off"));
  const id = sentId(client.sendText(maya));
  return { client, id };
}

describe("a contact whose phone is off", () => {
  it("gets nothing: the message stays sent, without an error", () => {
    const { client, id } = waiting();
    client.wait(3 * day);
    expect(client.message(id)).toMatchObject({ message_status: "sent" });
    expect(at(client.message(id), "errors")).toBeUndefined();
  });

  it("gets what is waiting once it is on again, and webhooks report it", () => {
    const { client, id } = waiting();
    client.wait(day);
    const before = client.world;
    client.take(change("reads_at_once"));
    expect(status(client, id)).toBe("sent");
    client.wait(60_000);
    expect(status(client, id)).toBe("read");
    const told = noticesBetween(before, client.world);
    expect(told.map((one) => one.kind === "status" && one.step.status)).toEqual(["delivered", "read"]);
  });

  it("also gets what is waiting after an edit of the world, unread if it never reads", () => {
    const { client, id } = waiting();
    const contact = contactIndex.find(client.world.contacts, maya);
    if (contact === undefined) throw new Error("no Maya");
    client.world = contactKind.put(client.world, { ...contact, behaviour: "never_reads" }, maya);
    client.wait(60_000);
    expect(status(client, id)).toBe("delivered");
  });

  it("does not get what is older than 30 days, or a code older than 10 minutes", () => {
    const { client, id } = waiting();
    const code = [{ type: "text", text: "493027" }];
    const otp = sentId(
      client.sendTemplate("login_code", [
        { type: "body", parameters: code },
        { type: "button", sub_type: "url", index: "0", parameters: code },
      ]),
    );
    client.wait(11 * 60_000);
    client.take(change("reads_at_once"));
    client.wait(60_000);
    expect([status(client, id), status(client, otp)]).toEqual(["read", "sent"]);

    client.take(change("phone_off"));
    const late = sentId(client.sendTemplate("hello_world"));
    client.wait(30 * day);
    client.take(change("reads_at_once"));
    client.wait(60_000);
    expect(status(client, late)).toBe("sent");
  });

  it("does not count towards limits on deliveries", () => {
    const seed = seedWorld();
    const off: World = {
      ...seed,
      contacts: seed.contacts.map((piece) =>
        piece.map((one) => ({ ...one, behaviour: "phone_off" as const })),
      ),
    };
    const client = new Client(off);
    client.sendTemplate("hello_world", undefined, { to: "33639980123" });
    expect(contactIndex.find(client.world.contacts, "33639980123")?.reachedAt).toBeNull();
    expect(client.world.business.reached).toEqual(seed.business.reached);
  });
});
