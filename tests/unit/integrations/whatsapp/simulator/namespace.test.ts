import { describe, expect, it } from "vitest";
import { summarize } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, items, sentId } from "./client";

describe("the functions against a fresh world", () => {
  it("sends a text to the documentation's number and sees it delivered and read", () => {
    const client = new Client();
    const sent = client.sendText("15551234567", "Hello! Your order has been shipped.");
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({
      messaging_product: "whatsapp",
      contacts: [{ input: "15551234567", wa_id: "15551234567" }],
    });
    expect(at(sent.body, "messages", 0)).toEqual({ id: expect.stringMatching(/^wamid\.HBgL\S+$/) });
    const id = sentId(sent);
    const seen = new Set<unknown>();
    for (let call = 0; call < 40; call++) seen.add(at(client.message(id), "message_status"));
    expect([...seen]).toEqual(["sent", "delivered", "read"]);
  });

  it.each(["default", "support", "sales"])(
    "lets the account %s answer the documentation's contact",
    (account) => {
      const client = new Client(undefined, account);
      const id = sentId(client.sendText("15551234567"));
      client.wait(60_000);
      expect(client.message(id)).toMatchObject({ message_status: "read", to: "15551234567", type: "text" });
    },
  );

  it("finds the documentation's message", () => {
    expect(new Client().message("wamid.HBgM...")).toMatchObject({
      id: "wamid.HBgM...",
      message_status: "read",
      timestamps: { accepted: "1793607300", sent: "1793607300", delivered: "1793607301", read: "1793607480" },
      pricing: { pricing_model: "PMP", category: "service", type: "free_customer_service", billable: false },
      text: { body: expect.any(String) },
    });
  });

  it("pages the templates ten at a time", () => {
    const client = new Client();
    const path = `/${client.wabaId}/message_templates?limit=10&fields=name,status,language,category,components`;
    const first = client.get(path);
    expect(items(at(first.body, "data"))).toHaveLength(10);
    const after = at(first.body, "paging", "cursors", "after");
    const second = client.get(`${path}&after=${after}`);
    expect(items(at(second.body, "data")).length).toBeGreaterThan(0);
    expect(at(second.body, "paging", "next")).toBeUndefined();
  });

  it("lists contacts, one of them without a name", () => {
    const client = new Client();
    const answer = client.get(`/${client.phoneNumberId}/contacts?limit=100&fields=wa_id,profile_name`);
    const contacts = items(at(answer.body, "data"));
    expect(contacts[0]).toEqual({ wa_id: "15551234567", profile_name: "Maya Torres" });
    expect(contacts.filter((one) => at(one, "profile_name") === undefined)).toHaveLength(1);
  });

  it.each(["en_US", "en"])("sends hello_world in %s", (language) => {
    const client = new Client();
    const answer = client.sendTemplate("hello_world", undefined, { language });
    expect(at(answer.body, "messages", 0, "message_status")).toBe("accepted");
  });

  it("sends order_update with its two parameters", () => {
    const components = [
      {
        type: "body",
        parameters: [
          { type: "text", text: "Order #12345" },
          { type: "text", text: "shipped" },
        ],
      },
    ];
    const answer = new Client().sendTemplate("order_update", components, { language: "en" });
    expect(answer.status).toBe(200);
  });

  it("says who is connected", () => {
    expect(new Client().get("/me?fields=id,name,email").body).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: "Juniper Lane Tea (default)",
      email: "default@juniper-lane.example",
    });
    expect(new Client().get("/me").body).not.toHaveProperty("email");
  });

  it("refuses the placeholder recipient of the generated example", () => {
    const answer = new Client().sendText("example_to");
    expect(answer.body).toMatchObject({
      error: {
        message: "(#100) Invalid parameter",
        error_data: { details: "Parameter 'to' is not a valid phone number: example_to" },
      },
    });
  });

  it("sums up the world", () => {
    expect(summarize(new Client().world)).toBe("12 contacts, 16 templates, 5 messages");
  });
});
