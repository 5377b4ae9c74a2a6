import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, errorOf, sentId } from "./client";
import { paced } from "./late-causes";

const texts = [
  { type: "text", text: "Order #1" },
  { type: "text", text: "packed" },
];

function send(client: Client, to = "447700900142") {
  return client.sendTemplate("order_update", [{ type: "body", parameters: texts }], { to, language: "en" });
}

function shop(outcome: "released" | "dropped"): World {
  return paced({ outcome, freeMessages: 1, holdMs: 600_000 })(seedWorld());
}

function statusOf(client: Client, id: string) {
  return at(client.message(id), "message_status");
}

describe("held messages", () => {
  it("are sent if the template does well, and pacing ends", () => {
    const client = new Client(shop("released"));
    const first = sentId(send(client));
    const held = sentId(send(client));
    client.wait(300_000);
    expect(statusOf(client, first)).toBe("read");
    expect(statusOf(client, held)).toBe("held_for_quality_assessment");
    client.wait(310_000);
    expect(statusOf(client, held)).toBe("read");
    expect(client.world.pacing).toEqual([]);
    expect(at(send(client).body, "messages", 0, "message_status")).toBe("accepted");
  });

  it("fail with 132015 if it does badly, and the template is paused from then on", () => {
    const client = new Client(shop("dropped"));
    const first = sentId(send(client));
    const held = sentId(send(client));
    const later = sentId(send(client, "61491570156"));
    client.wait(600_000);
    expect(statusOf(client, first)).toBe("read");
    for (const id of [held, later]) {
      expect(statusOf(client, id)).toBe("failed");
      expect(at(client.message(id), "errors", 0, "code")).toBe(132015);
    }
    expect(errorOf(send(client)).error).toMatchObject({ code: 132015 });
    const listed = client.get(`/${client.wabaId}/message_templates?name=order_update&language=en`);
    expect(at(listed.body, "data", 0, "status")).toBe("PAUSED");
    expect(parseWorld(JSON.parse(JSON.stringify(client.world))).ok).toBe(true);
  });

  it("wait until the first of them is decided, however late they come", () => {
    const client = new Client(shop("released"));
    send(client);
    send(client);
    client.wait(590_000);
    const late = sentId(send(client));
    client.wait(12_000);
    expect(statusOf(client, late)).not.toBe("held_for_quality_assessment");
  });
});
