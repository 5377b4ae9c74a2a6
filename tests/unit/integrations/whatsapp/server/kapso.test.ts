/** `@kapso/whatsapp-cloud-api`, a client nobody here wrote, against `npm run graph`. */
import { buildTemplateSendPayload, GraphApiError, WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";
import { describe, expect, it } from "vitest";
import { bodyOf, commanded, control, customer, Inbox, serving } from "./served";

const maya = "15551234567";

async function connected(...args: string[]) {
  const { base, token, phoneNumberId, wabaId, lines } = await commanded(...args);
  const client = new WhatsAppClient({ accessToken: token, baseUrl: base, graphVersion: "v26.0" });
  return { client, base, phoneNumberId, wabaId, lines };
}

describe("@kapso/whatsapp-cloud-api", () => {
  it("sends a text and marks a customer's message as read", async () => {
    const { client, base, phoneNumberId } = await connected();
    const sent = await client.messages.sendText({
      phoneNumberId,
      to: `+${maya}`,
      body: "Hello from a library",
    });
    expect(sent).toEqual({
      messagingProduct: "whatsapp",
      contacts: [{ input: `+${maya}`, waId: maya }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    const messageId = await customer(base, { from: maya, text: "Thanks" });
    expect(await client.messages.markRead({ phoneNumberId, messageId })).toEqual({ success: true });
  });

  it("sends templates with header, body and buttons, positional and named", async () => {
    const { client, phoneNumberId } = await connected();
    const parcel = buildTemplateSendPayload({
      name: "shipping_confirmation",
      language: "en_US",
      header: { type: "text", text: "JL-1" },
      body: [
        { type: "text", text: "Maya" },
        { type: "text", text: "Thursday" },
      ],
      buttons: [{ type: "button", subType: "url", index: 0, parameters: [{ type: "text", text: "JL-1" }] }],
    });
    const tasting = buildTemplateSendPayload({
      name: "tasting_reminder",
      language: "en_US",
      header: { type: "image", image: { link: "https://juniper-lane.example/room.jpg" } },
      body: [
        { type: "text", text: "Rosa", parameterName: "first_name" },
        { type: "text", text: "Saturday", parameterName: "day" },
        { type: "text", text: "4 pm", parameterName: "time" },
      ],
      buttons: [
        {
          type: "button",
          subType: "quick_reply",
          index: 0,
          parameters: [{ type: "payload", payload: "COMING" }],
        },
      ],
    });
    for (const payload of [parcel, tasting]) {
      const template = { ...payload, components: payload.components?.map((one) => ({ ...one })) };
      const { messages } = await client.messages.sendTemplate({ phoneNumberId, to: maya, template });
      expect(messages).toEqual([{ id: expect.stringMatching(/^wamid\./), messageStatus: "accepted" }]);
    }
  });

  it("lists templates up to the last page", async () => {
    const { client, wabaId } = await connected();
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const { data, paging } = await client.templates.list({
        businessAccountId: wabaId,
        limit: 5,
        ...(after === undefined ? {} : { after }),
      });
      ids.push(...data.map(({ id }) => String(id)));
      after = paging.next === undefined ? undefined : (paging.cursors.after ?? undefined);
    } while (after !== undefined);
    expect(ids).toHaveLength(16);
    expect(new Set(ids).size).toBe(16);
  });

  it("throws its own error with Meta's code, details and trace", async () => {
    const { client, phoneNumberId } = await connected();
    const failureOf = async (send: Promise<unknown>) => {
      const reason: unknown = await send.catch((problem: unknown) => problem);
      if (!(reason instanceof GraphApiError)) throw new Error(`not a GraphApiError: ${String(reason)}`);
      const { httpStatus, code, details, fbtraceId, category } = reason;
      return { httpStatus, code, details, category, trace: /^A[\w-]{22}$/.test(fbtraceId ?? "") };
    };
    expect(await failureOf(client.messages.sendText({ phoneNumberId, to: "12", body: "Hi" }))).toEqual({
      httpStatus: 400,
      code: 100,
      details: "Parameter 'to' is not a valid phone number: 12",
      category: "parameter",
      trace: true,
    });
    const template = { name: "no_such_template", language: { code: "en_US" } };
    expect(await failureOf(client.messages.sendTemplate({ phoneNumberId, to: maya, template }))).toEqual({
      httpStatus: 404,
      code: 132001,
      details: "template name (no_such_template) does not exist in en_US",
      category: "template",
      trace: true,
    });
  });

  it("verifies and reads webhooks: statuses, a failure, a reply, a pressed button", async () => {
    const inbox = new Inbox<ReturnType<typeof normalizeWebhook>>();
    const url = await serving(async (incoming, outgoing) => {
      const rawBody = await bodyOf(incoming);
      const signature = incoming.headers["x-hub-signature-256"];
      const signatureHeader = typeof signature === "string" ? signature : "";
      const genuine = verifySignature({ appSecret: "s3cret", rawBody, signatureHeader });
      outgoing.writeHead(genuine ? 200 : 401).end();
      if (genuine) inbox.put(normalizeWebhook(JSON.parse(rawBody.toString("utf8"))));
    });
    const args = ["--webhook", url, "--app-secret", "s3cret", "--clock", "calls"];
    const { client, base, phoneNumberId } = await connected(...args);
    const sent = await client.messages.sendTemplate({
      phoneNumberId,
      to: maya,
      template: {
        name: "tasting_reminder",
        language: { code: "en_US" },
        components: [
          {
            type: "header",
            parameters: [{ type: "image", image: { link: "https://juniper-lane.example/room.jpg" } }],
          },
          {
            type: "body",
            parameters: [
              { type: "text", parameter_name: "first_name", text: "Maya" },
              { type: "text", parameter_name: "day", text: "Saturday" },
              { type: "text", parameter_name: "time", text: "4 pm" },
            ],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "COMING" }],
          },
        ],
      },
    });
    const id = sent.messages[0]?.id;
    await control(base, "/time", { ms: 60_000 });
    for (const status of ["sent", "delivered", "read"]) {
      const event = await inbox.next();
      expect(event).toMatchObject({ object: "whatsapp_business_account", phoneNumberId });
      expect(event.statuses).toMatchObject([{ id, status, recipientId: maya }]);
    }
    await customer(base, { message_id: id, button: 0 });
    const pressed = await inbox.next();
    expect(pressed.messages).toMatchObject([
      { from: maya, type: "button", button: { payload: "COMING", text: "I will be there" }, context: { id } },
    ]);
    await customer(base, { from: maya, text: "See you there!" });
    expect((await inbox.next()).messages).toMatchObject([{ type: "text", text: { body: "See you there!" } }]);
    await client.messages.sendText({ phoneNumberId, to: "15550100117", body: "Out of the blue" });
    await control(base, "/time", { ms: 60_000 });
    expect((await inbox.next()).statuses).toMatchObject([
      { status: "failed", errors: [{ code: 131047, title: "Re-engagement message" }] },
    ]);
  });
});
