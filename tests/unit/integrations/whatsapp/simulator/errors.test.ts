import { describe, expect, it } from "vitest";
import { apply, receive, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { respond } from "../../../../../src/integrations/whatsapp/simulator/respond";
import { allRoutes } from "../../../../../src/integrations/whatsapp/simulator/routes";
import { answerOf, at, Client, errorOf, parameterError, sentId, whatsappError } from "./client";

const hi = { messaging_product: "whatsapp", to: "15551234567", type: "text", text: { body: "Hi" } };

/** The world with its default account changed. */
function changed(change: (account: World["accounts"][number]) => Partial<World["accounts"][number]>): World {
  const { world } = new Client();
  return { ...world, accounts: world.accounts.map((one) => ({ ...one, ...change(one) })) };
}

describe("step 1: the token", () => {
  it("is required: 104", () => {
    const client = new Client();
    client.token = null;
    const answer = client.post(hi);
    expect(errorOf(answer)).toEqual({
      status: 401,
      error: {
        message: "An access token is required to request this resource.",
        type: "OAuthException",
        code: 104,
      },
    });
    expect(answer.headers["WWW-Authenticate"]).toBe(
      'OAuth "Facebook Platform" "invalid_request" "An access token is required to request this resource."',
    );
  });

  it("is required on /me, with another error: 2500", () => {
    const client = new Client();
    client.token = null;
    expect(errorOf(client.get("/me"))).toEqual({
      status: 400,
      error: {
        message: "An active access token must be used to query information about the current user.",
        type: "OAuthException",
        code: 2500,
      },
    });
  });

  it.each([
    ["EAAunknown1", "Invalid OAuth access token - Cannot parse access token"],
    ["my token!", "Malformed access token my token!"],
  ])("must be known: 190 for %s", (token, message) => {
    const client = new Client();
    client.token = token;
    const error = { message, type: "OAuthException", code: 190 };
    expect(errorOf(client.post(hi))).toEqual({ status: 401, error });
    expect(errorOf(client.get("/me"))).toEqual({ status: 400, error });
  });

  it("expires: 190/463", () => {
    const expiresAt = Date.UTC(2025, 10, 21, 22);
    const client = new Client(changed(({ token }) => ({ token: { ...token, expiresAt } })));
    expect(errorOf(client.post(hi))).toEqual({
      status: 401,
      error: {
        message:
          "Error validating access token: Session has expired on Friday, 21-Nov-25 14:00:00 PST. The current time is Monday, 02-Nov-26 01:00:00 PST.",
        type: "OAuthException",
        code: 190,
        error_subcode: 463,
      },
    });
  });

  it("may be in the query", () => {
    const client = new Client();
    const { token } = client;
    client.token = null;
    expect(client.get(`/me?access_token=${token}`).status).toBe(200);
  });
});

describe("step 2: the phone number", () => {
  const missing = (method: string, id: string) => ({
    status: 400,
    error: {
      message: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
      type: "GraphMethodException",
      code: 100,
      error_subcode: 33,
    },
  });

  it("must be the token's own: 100/33 for unknown and for other accounts' numbers", () => {
    const client = new Client();
    const others = new Client(undefined, "sales").phoneNumberId;
    expect(errorOf(client.post(hi, "/1234/messages"))).toEqual(missing("post", "1234"));
    expect(errorOf(client.post(hi, `/${others}/messages`))).toEqual(missing("post", others));
    expect(errorOf(client.get("/wamid.none"))).toEqual(missing("get", "wamid.none"));
  });

  it("does not show another account's message", () => {
    const sales = new Client(undefined, "sales");
    expect(errorOf(sales.get("/wamid.HBgM..."))).toEqual(missing("get", "wamid.HBgM..."));
  });

  it("must be registered: 133010", () => {
    const client = new Client(changed(() => ({ state: "not_registered" })));
    expect(errorOf(client.post(hi))).toMatchObject({ error: { code: 133010 } });
  });

  it("has only Meta's edges and methods", () => {
    const client = new Client();
    const own = client.phoneNumberId;
    const nonexisting =
      "Tried accessing nonexisting field (messages) on node type (WhatsAppBusinessPhoneNumber)";
    expect(errorOf(client.get(`/${own}/messages`))).toEqual(parameterError(nonexisting));
    const remove = answerOf(client.call(client.request("DELETE", `/${own}`)));
    expect(errorOf(remove)).toEqual(missing("delete", own));
    expect(errorOf(client.get("/a/b/c"))).toMatchObject({
      error: { code: 2500, message: "Unknown path components: /v26.0/a/b/c" },
    });
    for (const version of ["v99.0", "v24.1", "v3.4"]) {
      client.version = version;
      expect(errorOf(client.get("/me"))).toMatchObject({ error: { code: 2500 } });
    }
    client.version = "v2.12";
    expect(client.get("/me").status).toBe(200);
  });
});

describe("step 3: the body", () => {
  it.each([
    ["no messaging_product", { to: "15551234567" }, "The parameter messaging_product is required."],
    ["no JSON at all", "not json", "The parameter messaging_product is required."],
    [
      "another product",
      { ...hi, messaging_product: "x" },
      'Param messaging_product must be one of {WHATSAPP} - got "x".',
    ],
    ["an empty text", { ...hi, text: { body: "" } }, "The parameter text['body'] is required."],
    [
      "4097 characters",
      { ...hi, text: { body: "é".repeat(4097) } },
      "Param text['body'] must be at most 4096 characters long.",
    ],
    [
      "a number that is too large",
      `{"messaging_product": "whatsapp", "to": "15551234567", "text": {"body": 1e999}}`,
      "Param text['body'] must be a string.",
    ],
    ["a body that is a list", { ...hi, text: { body: [] } }, "Param text['body'] must be a string."],
    [
      "no language code",
      { ...hi, type: "template", template: { name: "hello_world" } },
      "The parameter template['language']['code'] is required.",
    ],
    [
      "no template name",
      { ...hi, type: "template", template: { language: { code: "en" } } },
      "The parameter template['name'] is required.",
    ],
    [
      "another policy",
      { ...hi, type: "template", template: { name: "a", language: { code: "en", policy: "fallback" } } },
      `Param template['language']['policy'] must be one of {DETERMINISTIC} - got "fallback".`,
    ],
    [
      "an unknown kind of recipient",
      { ...hi, recipient_type: "crowd" },
      'Param recipient_type must be one of {INDIVIDUAL, GROUP} - got "crowd".',
    ],
  ])("is refused with %s: 100", (_, body, sentence) => {
    expect(errorOf(new Client().post(body))).toEqual(parameterError(sentence));
  });

  it("counts emoji as one character", () => {
    expect(new Client().sendText("15551234567", "👋".repeat(4096)).status).toBe(200);
  });

  it("needs to: Meta's sentence without a leading code", () => {
    expect(errorOf(new Client().post({ ...hi, to: undefined }))).toEqual({
      status: 400,
      error: { message: "The parameter to is required.", type: "OAuthException", code: 100 },
    });
  });

  it.each(["text", "template"])("needs the %s object of its type", (type) => {
    expect(errorOf(new Client().post({ messaging_product: "whatsapp", to: "15551234567", type }))).toEqual(
      whatsappError(400, 100, "Invalid parameter", `Parameter '${type}' is mandatory for type '${type}'`),
    );
  });

  it("is checked before the recipient, and the recipient before the template", () => {
    const client = new Client();
    const template = { name: "nope", language: { code: "en" } };
    expect(errorOf(client.post({ ...hi, to: "x", text: {} }))).toMatchObject({
      error: { message: "(#100) The parameter text['body'] is required." },
    });
    expect(errorOf(client.post({ ...hi, to: "x", type: "template", template }))).toMatchObject({
      error: { code: 100 },
    });
    expect(errorOf(client.post({ ...hi, type: "template", template }))).toMatchObject({
      error: { code: 132001 },
    });
  });
});

describe("step 4: the recipient", () => {
  it.each([
    ["+1 (555) 123-4567", "15551234567"],
    ["15551234567", "15551234567"],
    [15551234567, "15551234567"],
    ["555-0100", null],
    ["(212) 555-0142", "12125550142"],
    ["+5531987654321", "553187654321"],
    ["+55 11 98765-4321", "5511987654321"],
    ["+551187654321", "5511987654321"],
    ["525512345678", "5215512345678"],
    ["5215512345678", "5215512345678"],
    ["+15551", null],
    ["example_to", null],
    ["+", null],
    ["0033612345678", null],
    ["00 49 1511 2345678", null],
  ])("%s is %s", (to, waId) => {
    const answer = new Client().sendText(to);
    if (waId === null) {
      expect(errorOf(answer)).toEqual(
        whatsappError(
          400,
          100,
          "Invalid parameter",
          String(to).startsWith("00")
            ? "Parameter Invalid"
            : `Parameter 'to' is not a valid phone number: ${to}`,
        ),
      );
    } else {
      expect(at(answer.body, "contacts", 0)).toEqual({ input: String(to), wa_id: waId });
    }
  });

  it("cannot be the sender: 131021", () => {
    const client = new Client();
    const own = client.world.accounts[0]?.phoneNumber ?? "";
    expect(errorOf(client.sendText(own))).toEqual(
      whatsappError(
        400,
        131021,
        "Recipient cannot be sender",
        "Sender and recipient phone number are the same.",
      ),
    );
  });

  it("must be on a test number's list: 131030", () => {
    const client = new Client(changed(() => ({ allowedRecipients: ["447700900142"] })));
    expect(errorOf(client.sendText("15551234567"))).toMatchObject({
      status: 400,
      error: { code: 131030, message: "(#131030) Recipient phone number not in allowed list" },
    });
    expect(client.sendText("447700900142").status).toBe(200);
  });
});

describe("marking a customer's message as read", () => {
  it("marks the earlier messages of the conversation too, and no others", () => {
    const client = new Client();
    const write = (from: string, phoneNumberId = client.phoneNumberId) => {
      client.wait(1_000);
      const event = receive(client.world, phoneNumberId, from, "Hello?");
      client.take([event]);
      return event.type === "message_received" ? event.message.id : "";
    };
    const maya = "15551234567";
    const earlier = [write(maya), write(maya)];
    const others = [write("447700900142"), write(maya, client.world.accounts[1]?.phoneNumberId)];
    const marked = write(maya);
    const later = write(maya);
    const body = { messaging_product: "whatsapp", status: "read", message_id: marked };
    expect(client.post(body).status).toBe(200);
    const read = (id: string) => {
      const message = client.world.messages.flat().find((one) => one.id === id);
      return message?.direction === "inbound" && message.readAt !== null;
    };
    expect([...earlier, marked].map(read)).toEqual([true, true, true]);
    expect([...others, later].map(read)).toEqual([false, false, false]);
  });

  it("accepts the id of an inbound message", () => {
    const client = new Client();
    const event = receive(client.world, client.phoneNumberId, "15550100128", "Hello?");
    if (event.type !== "message_received") throw new Error("no message");
    client.world = apply(client.world, event);
    const { id } = event.message;
    expect(client.message(id)).toMatchObject({ message_status: "delivered", from: "15550100128" });
    const mark = { messaging_product: "whatsapp", status: "read", message_id: id };
    expect(client.post(mark).body).toEqual({ success: true });
    expect(client.message(id)).toMatchObject({ message_status: "read" });
  });

  it("refuses any other id: 131009", () => {
    const mark = { messaging_product: "whatsapp", status: "read", message_id: "wamid.HBgM..." };
    expect(errorOf(new Client().post(mark))).toEqual(
      whatsappError(400, 131009, "Parameter value is not valid", "Message ID is invalid."),
    );
  });
});

describe("what responses contain", () => {
  it("has Meta's headers", () => {
    const client = new Client();
    const { headers } = client.get("/me");
    expect(headers).toMatchObject({
      "Content-Type": "application/json; charset=UTF-8",
      "Access-Control-Allow-Origin": "*",
      "facebook-api-version": "v26.0",
      Pragma: "no-cache",
    });
    expect(headers["x-business-use-case-usage"]).toContain(client.wabaId);
  });

  it("is served by the oldest supported version if the requested one has ended", () => {
    const client = new Client();
    client.version = "v16.0";
    expect(client.get("/me").headers["facebook-api-version"]).toBe("v21.0");
  });

  it("is the same, byte for byte, for the same request to the same world", () => {
    const client = new Client();
    const request = client.request("POST", `/${client.phoneNumberId}/messages`, hi);
    expect(respond(client.world, request, allRoutes)).toEqual(respond(client.world, request, allRoutes));
    const other = new Client();
    expect([sentId(client.post(hi)), sentId(client.post(hi))]).toEqual([
      sentId(other.post(hi)),
      sentId(other.post(hi)),
    ]);
  });
});
