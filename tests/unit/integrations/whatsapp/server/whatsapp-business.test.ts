/**
 * `whatsapp-business`, a client nobody here wrote, against `npm run graph`. It offers no other host, but its HTTP client
 * is public, so the base URL is set there. Templates are listed through that client too: it has no function for them.
 */
import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { WABAClient, WebhookClient, type WebhookMessage, type WebhookStatus } from "whatsapp-business";
import { commanded, control, customer, Inbox, serving } from "./served";

const maya = "15551234567";

async function connected(...args: string[]) {
  const { base, token, phoneNumberId, wabaId, lines } = await commanded(...args);
  const client = new WABAClient({ apiToken: token, phoneId: phoneNumberId, accountId: wabaId });
  client.restClient.fetch.defaults.baseURL = `${base}/v26.0`;
  return { client, base, phoneNumberId, wabaId, lines };
}

/** The library's own Express. */
const own = createRequire(createRequire(import.meta.url).resolve("whatsapp-business"));
const express: { (): RequestListener & { use(handler: unknown): void }; json(): unknown } = own("express");

function text(to: string, body: string) {
  return { to, type: "text", text: { body } } as const;
}

describe("whatsapp-business", () => {
  it("sends a text, reads the number, and marks a customer's message as read", async () => {
    const { client, base, phoneNumberId } = await connected();
    expect(await client.sendMessage(text(maya, "Hello from a library"))).toEqual({
      messaging_product: "whatsapp",
      contacts: [{ input: maya, wa_id: maya }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    expect(await client.getSingleBusinessPhoneNumber(phoneNumberId)).toMatchObject({
      id: phoneNumberId,
      verified_name: "Juniper Lane Tea",
    });
    expect(await client.getBusinessPhoneNumbers()).toMatchObject({
      data: [{ id: phoneNumberId }, { verified_name: "Juniper Lane Tea" }, { quality_rating: "GREEN" }],
    });
    const id = await customer(base, { from: maya, text: "Thanks" });
    expect(await client.markMessageAsRead(id)).toEqual({ success: true });
  });

  it("sends a template with header, body and button", async () => {
    const { client } = await connected();
    const sent = await client.sendMessage({
      to: maya,
      type: "template",
      template: {
        name: "shipping_confirmation",
        language: { policy: "deterministic", code: "en_US" },
        components: [
          { type: "header", parameters: [{ type: "text", text: "JL-1" }] },
          {
            type: "body",
            parameters: [
              { type: "text", text: "Maya" },
              { type: "text", text: "Thursday" },
            ],
          },
          { type: "button", sub_type: "url", index: 0, parameters: [{ type: "text", text: "JL-1" }] },
        ],
      },
    });
    expect(sent.messages).toEqual([{ id: expect.stringMatching(/^wamid\./), message_status: "accepted" }]);
  });

  it("lists templates up to the last page by following next", async () => {
    const { client, wabaId } = await connected();
    const ids: string[] = [];
    let next: string | undefined = `${wabaId}/message_templates?limit=5`;
    while (next !== undefined) {
      const page: { data: { id: string }[]; paging?: { next?: string } } = await client.restClient.get(next);
      ids.push(...page.data.map(({ id }) => id));
      next = page.paging?.next;
    }
    expect(ids).toHaveLength(16);
    expect(new Set(ids).size).toBe(16);
  });

  it("rejects with Meta's error object", async () => {
    const { client } = await connected();
    await expect(client.sendMessage(text("12", "Hi"))).rejects.toMatchObject({
      code: 100,
      message: "Invalid parameter",
      error_data: { details: "Parameter 'to' is not a valid phone number: 12" },
    });
    const template = { name: "none", language: { policy: "deterministic", code: "en_US" } } as const;
    await expect(client.sendMessage({ to: maya, type: "template", template })).rejects.toMatchObject({
      code: 132001,
      message: "Template does not exist",
      error_data: { details: "template name (none) does not exist in en_US" },
      fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
    });
  });

  it("answers the verification and receives statuses and messages through its webhook client", async () => {
    const statuses = new Inbox<WebhookStatus>();
    const messages = new Inbox<WebhookMessage>();
    const app = express();
    app.use(express.json());
    new WebhookClient({
      token: "verify me",
      path: "/hooks/whatsapp",
      expressApp: { app, shouldStartListening: false },
    }).initWebhook({ onStatusReceived: statuses.put, onMessageReceived: messages.put });
    const url = `${await serving(app)}/hooks/whatsapp`;
    const args = ["--webhook", url, "--verify-token", "verify me", "--clock", "calls"];
    const { client, base, lines } = await connected(...args);
    const sent = await client.sendMessage(text(maya, "On its way"));
    await control(base, "/time", { ms: 60_000 });
    for (const status of ["sent", "delivered", "read"] as const) {
      expect(await statuses.next()).toMatchObject({ id: sent.messages[0].id, status, recipient_id: maya });
    }
    await customer(base, { from: maya, text: "Thank you" });
    expect(await messages.next()).toMatchObject({ from: maya, type: "text", text: { body: "Thank you" } });
    expect(lines.at(-1)).toBe("Webhooks: the subscriber is verified.");
  });
});
