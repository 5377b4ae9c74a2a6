import { describe, expect, it } from "vitest";
import { whatsapp } from "../../../../src/integrations/whatsapp";
import { knownErrorCodes } from "../../../../src/integrations/whatsapp/errors";
import { explain } from "../../../../src/integrations/whatsapp/explain";

const json = { "content-type": "application/json; charset=UTF-8" };
const response = (status: number, body: unknown, headers: Record<string, string> = json) => ({
  status,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const message = (...args: Parameters<typeof response>) => {
  const answer = whatsapp.read(response(...args));
  return answer.ok ? null : answer.message;
};

describe("reading a response", () => {
  it("returns the JSON of a successful response", () => {
    const value = { messages: [{ id: "wamid.1" }] };
    expect(whatsapp.read(response(200, value))).toEqual({ ok: true, value });
  });

  it("quotes Meta's message and the status of an error", () => {
    const error = { message: "(#131030) Recipient phone number not in allowed list", code: 131030 };
    expect(message(400, { error })).toBe(
      "WhatsApp API error (400): (#131030) Recipient phone number not in allowed list",
    );
  });

  it("recognizes a web page by its type or its text, whatever the status", () => {
    const page = "WhatsApp API endpoint not available (HTTP 404). Check the base URL and phone number ID.";
    expect(message(404, "<!DOCTYPE html><p>Not here</p>", {})).toBe(page);
    expect(message(404, "Not here", { "Content-Type": "text/html" })).toBe(page);
    expect(message(200, "\n <html></html>", {})).toBe(
      "WhatsApp API endpoint not available (HTTP 200). Check the base URL and phone number ID.",
    );
  });

  it("reads JSON that is labelled as a web page", () => {
    expect(whatsapp.read(response(200, { id: "1" }, { "content-type": "text/html" })).ok).toBe(true);
  });

  it("quotes the start of an error response without a message", () => {
    expect(message(502, "Bad\n  gateway", {})).toBe("WhatsApp API error (502): Bad gateway");
    expect(message(500, { error: {} })).toBe('WhatsApp API error (500): {"error":{}}');
    expect(message(503, "", {})).toBe("WhatsApp API error (503): (empty response)");
    expect(message(500, "😀".repeat(500), {})).toBe(`WhatsApp API error (500): ${"😀".repeat(200)}…`);
  });

  it("refuses a success status without JSON", () => {
    expect(message(200, "OK", { "content-type": "text/plain" })).toBe(
      "WhatsApp API response isn't JSON (HTTP 200): OK. Check the base URL.",
    );
  });

  it("removes the token from paging links", () => {
    const paging = {
      cursors: { before: "a", after: "b" },
      next: "https://graph.facebook.com/v26.0/1/message_templates?access_token=EAAsecret&limit=2&after=b",
      previous: "https://graph.facebook.com/v26.0/1/message_templates?limit=2&access_token=EAAsecret",
    };
    const answer = whatsapp.read(response(200, { data: [], paging }));
    expect(answer).toEqual({
      ok: true,
      value: {
        data: [],
        paging: {
          cursors: { before: "a", after: "b" },
          next: "https://graph.facebook.com/v26.0/1/message_templates?limit=2&after=b",
          previous: "https://graph.facebook.com/v26.0/1/message_templates?limit=2",
        },
      },
    });
  });

  it("words a lost connection like the host", () => {
    expect(whatsapp.messages.connectionFailed("timeout")).toBe("Failed to connect to WhatsApp API: timeout");
  });
});

describe("explaining an error", () => {
  const explainError = (status: number, error: object) => explain(response(status, { error }));

  const codes = [
    0, 1, 2, 3, 4, 10, 17, 33, 100, 102, 104, 190, 200, 368, 2500, 80007, 130429, 130472, 130497, 131000,
    131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131042, 131047, 131049, 131050, 131051,
    131053, 131056, 131057, 131059, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 133010,
  ];
  it.each(codes)("has a cause and a remedy for code %i", (code) => {
    const explanation = explainError(400, { message: "x", code });
    expect(explanation?.text).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
    expect(explanation?.page).toMatch(/^[a-z-]+$/);
  });

  it("knows every code the simulator can return", () => {
    const unexplained = knownErrorCodes.filter((code) => explainError(418, { code }) === null);
    expect(unexplained).toEqual([]);
  });

  it("distinguishes an expired token from one that was never valid", () => {
    expect(explainError(401, { code: 190, error_subcode: 463 })?.text).toContain("has expired");
    expect(explainError(401, { code: 190 })?.text).toContain("mistyped");
    expect(explainError(401, { code: 190, error_subcode: 99 })).toEqual(explainError(401, { code: 190 }));
  });

  it("explains 201 to 299 as a missing permission", () => {
    expect(explainError(403, { code: 299 })).toEqual(explainError(403, { code: 200 }));
  });

  it("adds what Meta says about this call", () => {
    const details = "body: number of localizable_params (1) does not match the expected number of params (2)";
    const explanation = explainError(400, { code: 132000, error_data: { details } });
    expect(explanation).toMatchObject({ page: "templates" });
    expect(explanation?.text).toContain(details);
  });

  it("says which functions Meta's real API lacks", () => {
    const wamid = "Unsupported get request. Object with ID 'wamid.X' does not exist, cannot be loaded";
    expect(explainError(400, { code: 100, error_subcode: 33, message: wamid })?.page).toBe("mock-and-live");
    const contacts =
      "(#100) Tried accessing nonexisting field (contacts) on node type (WhatsAppBusinessPhoneNumber)";
    expect(explainError(400, { code: 100, message: contacts })?.page).toBe("mock-and-live");
    const templates = contacts.replace("(contacts)", "(message_templates)");
    expect(explainError(400, { code: 100, message: templates })?.text).toContain(
      "WhatsApp Business Account ID",
    );
  });

  it("falls back to the status for an unknown or missing code", () => {
    expect(explainError(429, { code: 424242 })?.page).toBe("limits");
    expect(explain(response(401, "", {}))?.page).toBe("accounts");
    expect(explain(response(503, "", {}))?.text).toContain("Meta's server or something in between failed");
    expect(explain(response(404, "<html>", {}))?.text).toContain("base URL");
    expect(explain(response(418, {}))).toBeNull();
  });
});
