import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../../../src/integrations";
import { whatsapp } from "../../../../src/integrations/whatsapp";

describe("the WhatsApp integration", () => {
  it("is in the catalog with six functions, four of them reads", () => {
    expect(catalog.integrations).toContain(whatsapp);
    expect(whatsapp.functions.map((fn) => `${fn.kind} ${fn.name}`)).toEqual([
      "write send_message",
      "read get_message",
      "read list_templates",
      "read list_contacts",
      "write send_template",
      "read get_current_user",
    ]);
    expect(whatsapp.mockAccounts).toEqual(["default", "support", "sales"]);
  });

  it("has the host's parameter order, defaults and texts", () => {
    const table = whatsapp.functions.map((fn) =>
      [
        fn.name,
        ...fn.parameters.map((p) => `${p.name}${p.required ? "*" : ""} ${p.type} ${p.default ?? "-"}`),
      ].join(", "),
    );
    expect(table).toEqual([
      "send_message, to* string -, body* string -, preview_url boolean false",
      "get_message, message_id* string -",
      "list_templates, limit integer 100, after string -",
      "list_contacts, limit integer 100, after string -",
      "send_template, to* string -, template_name* string -, language string en, components array -",
      "get_current_user",
    ]);
    const missing = whatsapp.functions.flatMap((fn) => fn.parameters.flatMap((p) => p.missing ?? []));
    expect(missing).toEqual([
      'Recipient "to" is required.',
      'Message "body" is required.',
      "message_id is required.",
      'Recipient "to" is required.',
      "template_name is required.",
    ]);
    expect(whatsapp.functions[0]?.parameters[1]?.maxLength).toBe(4096);
  });
});

describe("account settings", () => {
  const check = (name: string, value: string) =>
    whatsapp.accountFields.find((field) => field.name === name)?.check(value);

  it("requires a phone number ID of digits", () => {
    expect(check("phone_number_id", "106540352242922")).toBeNull();
    expect(check("phone_number_id", "")).toBe("Enter the phone number ID.");
    expect(check("phone_number_id", "+1 555 123-4567")).toContain("looks like a phone number");
    expect(check("phone_number_id", "abc")).toContain("digits only");
  });

  it("accepts a business account ID of digits, or none", () => {
    expect(check("waba_id", "")).toBeNull();
    expect(check("waba_id", "102290129340398")).toBeNull();
    expect(check("waba_id", "102/1")).toContain("digits only");
  });

  it.each([
    "",
    "https://graph.facebook.com/v26.0",
    "https://graph.facebook.com/v26.0/",
    "http://localhost:8080/v26.0",
    "http://127.0.0.1:8080",
    "http://[::1]:8080/v26.0",
  ])("accepts the base URL %j", (value) => {
    expect(check("base_url", value)).toBeNull();
  });

  it.each([
    ["graph.facebook.com/v26.0", "Enter a complete URL"],
    ["http://graph.facebook.com/v26.0", "https"],
    ["http://localhost.example.com", "https"],
    ["ftp://graph.facebook.com", "https://"],
    ["javascript:alert(1)", "https://"],
    ["https://user:pass@example.com", "user name and password"],
    ["https://example.com/?access_token=x", "? or #"],
    ["https://example.com/v26.0?", "? or #"],
    ["https://example.com/#x", "? or #"],
  ])("refuses the base URL %j", (value, reason) => {
    expect(check("base_url", value)).toContain(reason);
  });

  it("does not let a message ID change where a request goes", () => {
    const spec = whatsapp.functions.find((fn) => fn.name === "get_message");
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (message_id) => {
        fc.pre(message_id !== "." && message_id !== "..");
        const url = new URL(spec?.request({ message_id }, { name: "default", fields: {} }).url ?? "");
        expect(url.origin + url.search + url.hash).toBe("https://graph.facebook.com");
        expect(url.pathname.split("/")).toHaveLength(3);
        expect(decodeURIComponent(url.pathname.slice("/v26.0/".length))).toBe(message_id);
      }),
    );
  });
});
