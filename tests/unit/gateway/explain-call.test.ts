import { describe, expect, test } from "vitest";
import { loadExplainCall } from "../../../src/app/explain-calls";
import type { CallRow } from "../../../src/gateway/call-row";
import { whatsapp } from "../../../src/integrations/whatsapp";
import { parseRow } from "../../../src/sandbox/protocol";
import { runLua } from "../../support/run-lua";

const explain = await loadExplainCall();

const failed: CallRow = {
  ...{ id: 1, path: "app.integrations.whatsapp.send_message", group: "whatsapp", name: "send_message" },
  ...{ icon: null, kind: "write", account: "default", line: 1, args: [{ to: "1" }] },
  ...{ startedMs: 0, durationMs: 1, status: "error", error: "no", request: null, response: null },
};

const answered = (status: number, body: unknown): CallRow => ({
  ...failed,
  response: { status, headers: {}, body: typeof body === "string" ? body : JSON.stringify(body) },
});

describe("a call's explanation needs only its row", () => {
  test("of a run that is over, or was stored", async () => {
    const { rows } = await runLua(
      `pcall(app.integrations.whatsapp.send_template, { to = "15551234567", template_name = "nope" })`,
    );
    const stored: unknown = JSON.parse(JSON.stringify(rows[0]));
    expect(explain(parseRow(stored))).toMatchObject({
      text: expect.stringContaining("template"),
      page: "templates",
    });
  });

  test("a call without an account says where to add one", () => {
    const row = { ...failed, error: whatsapp.messages.notConfigured };
    expect(explain(row)?.page).toBe("accounts");
  });

  test("what is refused before it is sent needs no more words", () => {
    expect(explain({ ...failed, error: 'Recipient "to" is required.' })).toBeNull();
  });

  test("arguments that are too long to keep are not taken for positional ones", async () => {
    const { rows } = await runLua(
      `pcall(app.integrations.whatsapp.send_message, { to = "", body = ("x"):rep(300000) })`,
    );
    expect(rows.map(({ args }) => args)).toEqual([[expect.stringContaining("not kept")]]);
    expect(rows.map(explain)).toEqual([null]);
  });

  test("a long text of the API's is cut", () => {
    const details = "x".repeat(100_000);
    const text = explain(answered(400, { error: { code: 132000, error_data: { details } } }))?.text;
    expect(text).toMatch(/^[A-Z][\s\S]* In Meta's words: x+…$/);
    expect(text?.length).toBeLessThan(25_000);
  });
});

describe("a row of a hostile worker or server", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const odd: readonly (readonly [string, CallRow])[] = [
    ["of an unknown integration", { ...failed, group: "__proto__" }],
    ["of an unknown function", { ...failed, name: "constructor" }],
    ["with a message that is no text", answered(400, { error: { message: { toString: 1 } } })],
    ["with a message nested too deep", answered(400, `{"error":{"message":${deep}}}`)],
    ["with a code that is no number", answered(418, { error: { code: "190" } })],
    ["with an error that is no object", answered(418, { error: [1] })],
  ];
  test.each(odd)("%s is not explained, and breaks nothing", (_, row) => {
    expect(explain(row)).toBeNull();
  });

  test.each([
    ["a list", [[]]],
    ["nested too deep", `{"messages":[{"errors":${deep}}]}`],
    ["numbers for texts", { messages: [{ id: 1 }], contacts: [{ input: 1, wa_id: 2 }] }],
  ])("a successful response that is odd, %s, has no hint", (_, body) => {
    expect(explain({ ...answered(200, body), status: "ok", error: null })).toBeNull();
  });
});
