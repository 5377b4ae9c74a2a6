import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallRow } from "../../../../src/gateway/call-row";
import { callsByMessage, sentMessageId } from "../../../../src/integrations/whatsapp/sent-message";

function call(id: number, body: string | null, method: "POST" | "GET" = "POST"): CallRow {
  return {
    id,
    path: "app.integrations.whatsapp.send_message",
    group: "whatsapp",
    name: "send_message",
    icon: null,
    kind: "write",
    account: "default",
    line: id,
    args: [],
    startedMs: 0,
    durationMs: 1,
    status: "ok",
    error: null,
    request: { method, url: "https://graph.facebook.com/v26.0/1/messages", headers: {}, body: "{}" },
    response: body === null ? null : { status: 200, headers: {}, body },
  };
}

const answer = (id: string) => JSON.stringify({ messages: [{ id }] });

describe("finding the call that sent a message", () => {
  it("finds the call by the id in its response", () => {
    const calls = [call(1, answer("wamid.A")), call(2, answer("wamid.B"))];
    expect(callsByMessage(calls).get("wamid.B")?.line).toBe(2);
    expect(callsByMessage(calls).get("wamid.C")).toBeUndefined();
  });

  it("ignores calls that only read, failed or got no response", () => {
    expect(sentMessageId(call(1, answer("wamid.A"), "GET"))).toBeNull();
    expect(sentMessageId(call(1, null))).toBeNull();
    expect(sentMessageId(call(1, `{"error":{"code":100}}`))).toBeNull();
    expect(sentMessageId(call(1, `{"success":true}`))).toBeNull();
  });

  it("copes with whatever a response may contain", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        const id = sentMessageId(call(1, body));
        expect(id === null || typeof id === "string").toBe(true);
      }),
    );
  });
});
