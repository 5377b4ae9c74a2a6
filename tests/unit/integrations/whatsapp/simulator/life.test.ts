import { describe, expect, it } from "vitest";
import { apply, receive, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, errorOf, sentId, whatsappError } from "./client";

const day = 86_400_000;
const offer = (name: string) => [
  {
    type: "body",
    parameters: [
      { type: "text", text: name },
      { type: "text", text: "20%" },
    ],
  },
  {
    type: "button",
    sub_type: "copy_code",
    index: 0,
    parameters: [{ type: "coupon_code", coupon_code: "A" }],
  },
];

function status(client: Client, id: string): unknown {
  return at(client.message(id), "message_status");
}

describe("the customer service window", () => {
  it("is closed for people who never wrote: text is accepted, then fails with 131047", () => {
    const client = new Client();
    const id = sentId(client.sendText("15550100117"));
    expect(status(client, id)).toBe("accepted");
    client.wait(5_000);
    expect(client.message(id)).toMatchObject({
      message_status: "failed",
      timestamps: { accepted: expect.any(String), failed: expect.any(String) },
      errors: [
        {
          code: 131047,
          title: "Re-engagement message",
          message: "Re-engagement message",
          error_data: {
            details:
              "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
          },
        },
      ],
    });
    expect(client.message(id)).not.toHaveProperty("pricing");
  });

  it("closes 24 hours after the customer's last message", () => {
    const client = new Client();
    client.wait(25 * 3_600_000);
    const id = sentId(client.sendText("15551234567"));
    client.wait(5_000);
    expect(status(client, id)).toBe("failed");
  });

  it("is opened by a reply, only for the number replied to", () => {
    const client = new Client();
    client.world = apply(
      client.world,
      receive(client.world, client.phoneNumberId, "15550100128", "Hi there"),
    );
    const sales = new Client(client.world, "sales");
    const refused = sentId(sales.sendText("15550100128"));
    sales.wait(5_000);
    expect(status(sales, refused)).toBe("failed");
    const id = sentId(client.sendText("15550100128"));
    client.wait(10_000);
    expect(status(client, id)).toBe("read");
  });

  it("is not opened by a template", () => {
    const client = new Client();
    client.sendTemplate("hello_world", undefined, { to: "15550100128" });
    const id = sentId(client.sendText("15550100128"));
    client.wait(10_000);
    expect(status(client, id)).toBe("failed");
  });

  it("refuses at once if the world says so: 131047", () => {
    const { world } = new Client();
    const client = new Client({ ...world, rules: { ...world.rules, closedWindow: "refused_at_once" } });
    expect(errorOf(client.sendText("15550100117"))).toMatchObject({ status: 400, error: { code: 131047 } });
  });

  it("makes a utility template free while it is open", () => {
    const client = new Client();
    const free = sentId(client.sendTemplate("hello_world"));
    const paid = sentId(client.sendTemplate("hello_world", undefined, { to: "15550100128" }));
    client.wait(10_000);
    expect(at(client.message(free), "pricing")).toMatchObject({
      billable: false,
      type: "free_customer_service",
    });
    expect(at(client.message(paid), "pricing")).toMatchObject({ billable: true, type: "regular" });
  });
});

describe("contacts' behaviour", () => {
  it.each([
    ["reads at once", "15551234567", 10_000, "read"],
    ["reads late, not yet", "15550100117", 60_000, "delivered"],
    ["reads late", "15550100117", 3_600_000, "read"],
    ["never reads", "15550100163", 30 * day, "delivered"],
    ["reads although nobody knew the number", "12125550142", 10_000, "read"],
  ])("%s", (_, to, ms, expected) => {
    const client = new Client();
    const id = sentId(client.sendTemplate("hello_world", undefined, { to }));
    client.wait(ms);
    expect(status(client, id)).toBe(expected);
  });

  it.each([
    ["has blocked the business", "447700900567", 131026],
    ["has no WhatsApp", "353209150204", 131026],
    ["is blocked by the business", "61491570737", 130403],
  ])("%s: the message fails later", (_, to, code) => {
    const client = new Client();
    const answer = client.sendTemplate("hello_world", undefined, { to });
    expect(answer.status).toBe(200);
    client.wait(5_000);
    expect(client.message(sentId(answer))).toMatchObject({ message_status: "failed", errors: [{ code }] });
  });

  it("a person becomes a contact when first written to", () => {
    const client = new Client();
    client.sendTemplate("hello_world", undefined, { to: "12125550142" });
    const list = client.get(`/${client.phoneNumberId}/contacts?limit=100`);
    expect(at(list.body, "data", 12)).toEqual({ wa_id: "12125550142" });
  });
});

describe("marketing templates", () => {
  it.each([
    ["to who opted out fail with 131050", "447700900318", 131050],
    ["to a US number fail with 131049", "15551234567", 131049],
  ])("%s", (_, to, code) => {
    const client = new Client();
    const id = sentId(client.sendTemplate("autumn_offer", offer("Owen"), { to }));
    client.wait(5_000);
    expect(client.message(id)).toMatchObject({ message_status: "failed", errors: [{ code }] });
  });

  it("reach a contact twice a day, and again a day later", () => {
    const client = new Client();
    const send = () => {
      const id = sentId(client.sendTemplate("autumn_offer", offer("Jack"), { to: "61491570156" }));
      client.wait(10_000);
      return status(client, id);
    };
    expect([send(), send(), send()]).toEqual(["read", "read", "failed"]);
    client.wait(day);
    expect(send()).toBe("read");
  });

  it("are not limited in the United Kingdom", () => {
    const client = new Client();
    for (let count = 0; count < 5; count++) {
      const id = sentId(client.sendTemplate("autumn_offer", offer("Priya"), { to: "447700900142" }));
      client.wait(10_000);
      expect(status(client, id)).toBe("read");
    }
  });
});

describe("limits", () => {
  it("allows a burst of 45 to one person, then one every six seconds: 131056", () => {
    const client = new Client();
    let sent = 0;
    while (client.sendText("15551234567").status === 200) sent++;
    expect(sent).toBeGreaterThanOrEqual(45);
    expect(sent).toBeLessThan(50);
    expect(errorOf(client.sendText("15551234567"))).toMatchObject({
      status: 400,
      error: { code: 131056, message: "(#131056) (Business Account, Consumer Account) pair rate limit hit" },
    });
    expect(client.sendText("447700900142").status).toBe(200);
    client.wait(6_000);
    expect(client.sendText("15551234567").status).toBe(200);
  });

  it("refuses more messages per second than the number's throughput: 130429", () => {
    const { world } = new Client();
    const limits = { messagesPerSecond: 1, managementPerHour: 5_000 };
    const client = new Client({ ...world, accounts: world.accounts.map((one) => ({ ...one, limits })) });
    expect(client.sendText("15551234567").status).toBe(200);
    expect(errorOf(client.sendText("447700900142"))).toEqual(
      whatsappError(400, 130429, "Rate limit hit", "Cloud API message throughput has been reached."),
    );
    client.wait(1_000);
    expect(client.sendText("447700900142").status).toBe(200);
  });

  it("counts customers' messages towards the throughput too", () => {
    const { world } = new Client();
    const limits = { messagesPerSecond: 2, managementPerHour: 5_000 };
    const client = new Client({ ...world, accounts: world.accounts.map((one) => ({ ...one, limits })) });
    const writes = () => client.take([receive(client.world, client.phoneNumberId, "447700900142", "Hi")]);
    writes();
    expect(client.sendText("15551234567").status).toBe(200);
    client.wait(1_000);
    writes();
    writes();
    expect(errorOf(client.sendText("15551234567"))).toMatchObject({ error: { code: 130429 } });
  });

  it("refuses more management calls than allowed per hour: 80007, as a 429 if the world says so", () => {
    const { world } = new Client();
    const limits = { messagesPerSecond: 80, managementPerHour: 2 };
    const accounts = world.accounts.map((one) => ({ ...one, limits }));
    const client = new Client({ ...world, accounts, rules: { ...world.rules, rateLimitStatus: 429 } });
    const list = () => client.get(`/${client.wabaId}/message_templates`);
    expect([list().status, list().status]).toEqual([200, 200]);
    expect(errorOf(list())).toMatchObject({ status: 429, error: { code: 80007 } });
    client.wait(3_600_000);
    expect(list().status).toBe(200);
  });
});

describe("faults on demand", () => {
  const withFault = (fault: World["faults"][number]) =>
    new Client({ ...new Client().world, faults: [fault] });

  it("answers the 3rd send_template with 131057", () => {
    const effect = { kind: "error", code: 131057, subcode: null } as const;
    const client = withFault({ operation: "send_template", from: 3, count: 1, effect });
    const send = () => {
      client.sendText("15551234567");
      return client.sendTemplate("hello_world");
    };
    expect([send().status, send().status]).toEqual([200, 200]);
    expect(errorOf(send())).toMatchObject({ status: 500, error: { code: 131057 } });
    expect(send().status).toBe(200);
  });

  it("expires the token from a call on", () => {
    const effect = { kind: "error", code: 190, subcode: 463 } as const;
    const client = withFault({ operation: "any", from: 2, count: null, effect });
    expect(client.get("/me").status).toBe(200);
    expect(errorOf(client.get("/me"))).toMatchObject({
      status: 401,
      error: { code: 190, error_subcode: 463 },
    });
    expect(client.sendText("15551234567").status).toBe(401);
  });

  it("returns a proxy's error page", () => {
    const effect = {
      kind: "http",
      status: 502,
      contentType: "text/html",
      body: "<h1>Bad Gateway</h1>",
    } as const;
    const client = withFault({ operation: "get_current_user", from: 1, count: 1, effect });
    expect(client.call(client.request("GET", "/me"))).toEqual({
      status: 502,
      headers: { "Content-Type": "text/html" },
      body: "<h1>Bad Gateway</h1>",
    });
  });

  it("slows a call down, in simulated time", () => {
    const client = withFault({ operation: "any", from: 1, count: 1, effect: { kind: "slow", ms: 20_000 } });
    const before = client.world.clock;
    client.get("/me");
    const slow = client.world.clock - before;
    expect(slow).toBeGreaterThanOrEqual(20_080);
    client.get("/me");
    expect(client.world.clock - before - slow).toBeLessThanOrEqual(400);
  });
});
