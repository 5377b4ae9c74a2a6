import { describe, expect, it } from "vitest";
import { whatsapp } from "../../../../src/integrations/whatsapp";
import type { JsonObject } from "../../../../src/shared/json";

const account = { name: "default", fields: { phone_number_id: "106540352242922" } };
const withWaba = { name: "default", fields: { ...account.fields, waba_id: "102290129340398" } };

function request(
  name: string,
  args: JsonObject,
  ref: { name: string; fields: Record<string, string> } = account,
) {
  const spec = whatsapp.functions.find((fn) => fn.name === name);
  if (spec === undefined) throw new Error(`no function ${name}`);
  const made = spec.request(args, ref);
  return { ...made, json: made.body === null ? null : JSON.parse(made.body) };
}

const base = "https://graph.facebook.com/v26.0";

describe("the request behind each function", () => {
  it("send_message posts text to the account's phone number", () => {
    const made = request("send_message", { to: "15551234567", body: "Hi", preview_url: true });
    expect(made.method).toBe("POST");
    expect(made.url).toBe(`${base}/106540352242922/messages`);
    expect(made.headers["Content-Type"]).toBe("application/json");
    expect(made.json).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "15551234567",
      type: "text",
      text: { preview_url: true, body: "Hi" },
    });
  });

  it("send_message asks for no preview by default", () => {
    expect(request("send_message", { to: "1", body: "Hi" }).json.text).toEqual({
      preview_url: false,
      body: "Hi",
    });
  });

  it("send_template names template and language and passes the components on", () => {
    const components = [{ type: "body", parameters: [{ type: "text", text: "#1" }] }];
    const made = request("send_template", {
      to: "1",
      template_name: "order_update",
      language: "de",
      components,
    });
    expect(made.url).toBe(`${base}/106540352242922/messages`);
    expect(made.json).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "1",
      type: "template",
      template: { name: "order_update", language: { code: "de" }, components },
    });
  });

  it("send_template also accepts components as a JSON string", () => {
    const components = '[{"type":"body","parameters":[]}]';
    const made = request("send_template", { to: "1", template_name: "t", language: "en", components });
    expect(made.json.template.components).toEqual([{ type: "body", parameters: [] }]);
  });

  it.each([{}, { components: [] }, { components: "" }, { components: "[]" }, { components: {} }])(
    "send_template leaves out empty components: %j",
    (given: JsonObject) => {
      const made = request("send_template", { to: "1", template_name: "t", language: "en", ...given });
      expect(made.json.template).toEqual({ name: "t", language: { code: "en" } });
    },
  );

  it.each(["{}x", '"text"', { type: "body" }])(
    "send_template refuses components that are not a list: %j",
    (components) => {
      expect(() => request("send_template", { to: "1", template_name: "t", components })).toThrow(
        'Parameter "components" must be an array, or a JSON string of one.',
      );
    },
  );

  it("get_message asks for the message's node with its ID encoded", () => {
    const made = request("get_message", { message_id: "wamid.a/b?c=d=" });
    expect(made).toMatchObject({ method: "GET", url: `${base}/wamid.a%2Fb%3Fc%3Dd%3D`, body: null });
  });

  it("get_message cannot leave the API's path", () => {
    expect(() => request("get_message", { message_id: ".." })).toThrow(`".." isn't a WhatsApp API ID.`);
  });

  it("list_templates asks the business account, or the phone number if there is none", () => {
    const query = "?limit=100&fields=name,status,language,category,components";
    expect(request("list_templates", { limit: 100 }).url).toBe(
      `${base}/106540352242922/message_templates${query}`,
    );
    expect(request("list_templates", { limit: 100 }, withWaba).url).toBe(
      `${base}/102290129340398/message_templates${query}`,
    );
  });

  it("list_contacts asks the phone number even if there is a business account", () => {
    expect(request("list_contacts", { limit: 5, after: "QVF=&x" }, withWaba).url).toBe(
      `${base}/106540352242922/contacts?limit=5&fields=wa_id,profile_name&after=QVF%3D%26x`,
    );
  });

  it("get_current_user asks who the token belongs to", () => {
    expect(request("get_current_user", {})).toMatchObject({
      method: "GET",
      url: `${base}/me?fields=id,name,email`,
      body: null,
    });
  });

  it("uses the account's base URL, with or without a slash at its end", () => {
    for (const base_url of ["http://localhost:4000/v25.0", " http://localhost:4000/v25.0// "]) {
      const made = request(
        "get_current_user",
        {},
        { name: "default", fields: { ...account.fields, base_url } },
      );
      expect(made.url).toBe("http://localhost:4000/v25.0/me?fields=id,name,email");
    }
  });

  it("never carries a token: the gateway adds it", () => {
    for (const fn of whatsapp.functions) {
      const made = fn.request({ to: "1", body: "b", template_name: "t", message_id: "m" }, account);
      expect(Object.keys(made.headers).map((name) => name.toLowerCase())).not.toContain("authorization");
    }
  });

  it("says that an account without a phone number is not set up", () => {
    const empty = { name: "default", fields: {} };
    expect(() => request("send_message", { to: "1", body: "Hi" }, empty)).toThrow(
      "WhatsApp integration is not configured.",
    );
  });
});

describe("the question before a write", () => {
  it("exists for writes and only for them", () => {
    for (const fn of whatsapp.functions) expect(fn.preview !== undefined).toBe(fn.kind === "write");
  });
});
