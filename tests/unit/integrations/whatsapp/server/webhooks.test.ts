import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import {
  type WebhookNotice,
  webhookBody,
  webhookText,
} from "../../../../../src/integrations/whatsapp/server/webhooks/body";
import { noticesBetween } from "../../../../../src/integrations/whatsapp/server/webhooks/due";
import { signatures } from "../../../../../src/integrations/whatsapp/server/webhooks/subscriber";
import { receive, seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { userIdOf } from "../../../../../src/integrations/whatsapp/simulator/messages/send-to-user";
import { sample } from "../../../../support/sample";
import { Client, sentId } from "../simulator/client";

/** A client whose world's notices are collected as they come due. */
function heard(client = new Client()) {
  const notices: WebhookNotice[] = [];
  let before = client.world;
  const listen = () => {
    notices.push(...noticesBetween(before, client.world));
    before = client.world;
  };
  return { client, notices, listen };
}

const said = (notices: readonly WebhookNotice[]) =>
  notices.map((notice) => (notice.kind === "status" ? notice.step.status : "inbound"));

describe("what a subscriber receives", () => {
  it("is each status of a message once, as simulated time passes", () => {
    const { client, notices, listen } = heard();
    client.sendText("15551234567");
    listen();
    expect(said(notices)).toEqual(["sent"]);
    listen();
    expect(said(notices)).toEqual(["sent"]);
    client.wait(1_600);
    listen();
    expect(said(notices)).toEqual(["sent", "delivered"]);
    client.wait(3_600_000);
    listen();
    expect(said(notices)).toEqual(["sent", "delivered", "read"]);
    client.wait(3_600_000);
    listen();
    expect(notices).toHaveLength(3);
  });

  it("arrives in order of simulated time, however far the clock jumps", () => {
    const { client, notices, listen } = heard();
    client.sendText("15551234567");
    client.sendText("447700900142");
    client.sendText("33639980123");
    client.wait(3_600_000);
    listen();
    expect(notices).toHaveLength(7);
    const times = notices.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it("excludes what happened before it listened", () => {
    const { client, notices, listen } = heard();
    client.wait(1_000);
    listen();
    expect(notices).toEqual([]);
  });

  it("has every status once, none early, whatever happens in whatever order", () => {
    const step = fc.oneof(
      fc.constantFrom("15551234567", "15550100117", "447700900567", "353209150204"),
      fc.integer({ min: 0, max: 4_000_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { client, notices, listen } = heard();
        for (const one of steps) {
          if (typeof one === "string") client.sendText(one);
          else client.wait(one);
          listen();
        }
        const keys = notices.map((one) => `${one.message.id} ${said([one])}`);
        expect(new Set(keys).size).toBe(keys.length);
        // All at once, from the first world to the last, is the same as step by step.
        const atOnce = noticesBetween(new Client().world, client.world);
        expect(new Set(atOnce.map((one) => `${one.message.id} ${said([one])}`))).toEqual(new Set(keys));
        for (const { at } of notices) expect(at).toBeLessThanOrEqual(client.world.clock);
      }),
      { numRuns: sample(30) },
    );
  });
});

describe("a webhook's body", () => {
  function bodiesOf(version: number, to = "15551234567") {
    const { client, notices, listen } = heard();
    const id = sentId(
      client.post({
        messaging_product: "whatsapp",
        to,
        text: { body: "Hi" },
        biz_opaque_callback_data: "order 7",
      }),
    );
    client.wait(10_000);
    listen();
    return { id, bodies: notices.map((notice) => webhookBody(client.world, notice, version)), notices };
  }
  const envelope = (value: object) => ({
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ value, field: "messages" }] }],
  });
  const metadata = () => {
    const [account] = seedWorld().accounts;
    return { display_phone_number: account?.phoneNumber, phone_number_id: account?.phoneNumberId };
  };
  const userId = userIdOf(seedWorld(), "15551234567");
  const maya = [{ profile: { name: "Maya Torres" }, wa_id: "15551234567", user_id: userId }];
  const pricing = {
    billable: false,
    pricing_model: "PMP",
    type: "free_customer_service",
    category: "service",
  };

  it("reports sent, delivered and read as Meta does, without conversation since v24.0", () => {
    const { id, bodies, notices } = bodiesOf(26);
    const time = (at: number) => String(Math.floor((notices[at]?.at ?? 0) / 1000));
    const status = (at: number, word: string, more: object) =>
      envelope({
        messaging_product: "whatsapp",
        metadata: metadata(),
        contacts: maya,
        statuses: [
          {
            id,
            status: word,
            timestamp: time(at),
            recipient_id: "15551234567",
            ...more,
            biz_opaque_callback_data: "order 7",
          },
        ],
      });
    expect(bodies).toEqual([
      status(0, "sent", { pricing }),
      status(1, "delivered", { pricing }),
      status(2, "read", {}),
    ]);
  });

  it("has the conversation before v24.0, with its end only for sent", () => {
    const { bodies } = bodiesOf(23);
    const text = bodies.map((body) => JSON.stringify(body));
    const ids = text.flatMap((one) => /"conversation":\{"id":"([0-9a-f]{32})"/.exec(one)?.[1] ?? []);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(text.map((one) => one.includes("expiration_timestamp"))).toEqual([true, false, false]);
    expect(text[0]).toContain('"origin":{"type":"service"}');
  });

  it("says why a message failed, without pricing", () => {
    const { id, bodies } = bodiesOf(23, "447700900567");
    const details = "Message Undeliverable.";
    const title = "Message undeliverable";
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({
      entry: [
        {
          changes: [
            {
              value: {
                statuses: [
                  {
                    id,
                    status: "failed",
                    errors: [
                      {
                        code: 131026,
                        title,
                        message: title,
                        error_data: { details },
                        href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
                      },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(bodies[0])).not.toMatch(/pricing|conversation/);
  });

  it("names the user of a message that was sent to a business-scoped user ID", () => {
    const { client, notices, listen } = heard();
    const recipient = userIdOf(client.world, "15551234567");
    client.post({ messaging_product: "whatsapp", recipient, type: "text", text: { body: "Hi" } });
    listen();
    const [notice] = notices;
    if (notice === undefined) throw new Error("nothing was told");
    expect(JSON.stringify(webhookBody(client.world, notice, 26))).toContain(
      `"recipient_id":"15551234567","recipient_user_id":"${recipient}"`,
    );
  });

  it("is pure ASCII, with other characters and slashes escaped as Meta does", () => {
    expect(webhookText({ text: "Grüße äöå 👍 \u007f", url: "https://a.example/<%@>" })).toBe(
      '{"text":"Gr\\u00fc\\u00dfe \\u00e4\\u00f6\\u00e5 \\ud83d\\udc4d \\u007f","url":"https:\\/\\/a.example\\/<%@>"}',
    );
  });

  it("reads back unchanged, whatever people write", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (body) => {
        const text = webhookText({ body });
        expect(text).toMatch(/^[ -~]*$/);
        expect(JSON.parse(text)).toEqual({ body });
      }),
      { numRuns: sample(200) },
    );
  });

  it("contains what a customer wrote", () => {
    const world = new GraphWorld(seedWorld());
    const bodies: unknown[] = [];
    world.onChange((before, after) => {
      if (before === null) return;
      for (const notice of noticesBetween(before, after)) bodies.push(webhookBody(after, notice, 26));
    });
    const event = receive(world.current, metadata().phone_number_id ?? "", "15551234567", "Hello?");
    world.act([event]);
    expect(bodies).toEqual([
      envelope({
        messaging_product: "whatsapp",
        metadata: metadata(),
        contacts: maya,
        messages: [
          {
            from: "15551234567",
            from_user_id: userId,
            id: event.type === "message_received" ? event.message.id : "",
            timestamp: String(Date.UTC(2026, 10, 2, 9) / 1000),
            type: "text",
            text: { body: "Hello?" },
          },
        ],
      }),
    ]);
  });
});

describe("the signature", () => {
  it("is HMAC-SHA256 over the raw bytes (RFC 4231, test case 2)", () => {
    expect(signatures(Buffer.from("what do ya want for nothing?"), "Jefe")).toEqual({
      // RFC 2202 has the older one.
      "X-Hub-Signature": "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
      "X-Hub-Signature-256": "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    });
  });
});
