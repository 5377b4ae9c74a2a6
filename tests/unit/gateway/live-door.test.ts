import { describe, expect, test } from "vitest";
import { loadExplainCall } from "../../../src/app/explain-calls";
import type { CallRow } from "../../../src/gateway/call-row";
import { type LiveDoorOptions, liveDoor } from "../../../src/gateway/live-door";
import { catalog } from "../../../src/integrations";

const explain = await loadExplainCall();

const account = {
  name: "default",
  fields: { phone_number_id: "1", waba_id: "2", base_url: "https://graph.facebook.com/v26.0" },
  complete: true,
};

function door(pieces: Partial<LiveDoorOptions> = {}) {
  const rows: CallRow[] = [];
  const done: string[] = [];
  let clock = 0;
  const call = liveDoor({
    catalog,
    accounts: { names: () => [], find: () => account },
    objection: () => null,
    permit: async () => {
      done.push("asked");
      return null;
    },
    over: new AbortController().signal,
    send: async () => {
      done.push("sent");
      return { kind: "response", response: { status: 200, headers: {}, body: '{"id":"7"}' } };
    },
    mask: ({ request }) => ({ ...request, headers: { Authorization: "Bearer ••••" } }),
    elapsedMs: () => clock++,
    log: (row) => rows.push(row),
    ...pieces,
  });
  const write = { to: "15551234567", body: "Hi" };
  return {
    rows,
    done,
    read: () =>
      call(JSON.stringify({ path: ["integrations", "whatsapp", "get_current_user"], args: [], line: 3 })),
    write: (args: unknown = write) =>
      call(JSON.stringify({ path: ["integrations", "whatsapp", "send_message"], args: [args], line: 3 })),
    raw: call,
  };
}

describe("the live door", () => {
  test("asks, sends once and logs the masked request", async () => {
    const { write, rows, done } = door();
    expect(await write()).toEqual({ ok: true, value: { id: "7" } });
    expect(done).toEqual(["asked", "sent"]);
    expect(rows).toMatchObject([
      { id: 1, line: 3, kind: "write", status: "ok", request: { headers: { Authorization: "Bearer ••••" } } },
    ]);
  });

  test("a setting that denies the call raises an error before arguments are checked or anyone is asked", async () => {
    const { write, rows, done } = door({ objection: ({ fn }) => `${fn.kind} access denied` });
    expect(await write({})).toEqual({ ok: false, message: "write access denied" });
    expect(done).toEqual([]);
    expect(rows).toMatchObject([{ status: "error", request: null, name: "send_message" }]);
  });

  test("a user's no raises an error and nothing is sent", async () => {
    const { write, rows, done } = door({ permit: async () => "requires approval" });
    expect(await write()).toEqual({ ok: false, message: "requires approval" });
    expect(done).toEqual([]);
    expect(rows).toMatchObject([{ status: "error", error: "requires approval", request: null }]);
  });

  test("no question is asked about a call that could not be made", async () => {
    const { write, done } = door();
    expect(await write({ to: "15551234567" })).toEqual({ ok: false, message: 'Message "body" is required.' });
    expect(done).toEqual([]);
  });

  test("an account without its token is not configured", async () => {
    const { write } = door({ accounts: { names: () => [], find: () => ({ ...account, complete: false }) } });
    expect(await write()).toEqual({ ok: false, message: "WhatsApp integration is not configured." });
  });

  test.each([
    ["write", "maybe", "unknown"],
    ["write", "no", "error"],
    ["read", "maybe", "error"],
  ] as const)("a %s that was sent: %s, without an answer, is logged as %s", async (kind, sent, status) => {
    const lost = door({ send: async () => ({ kind: "failed", reason: "connection reset", sent }) });
    const outcome = await lost[kind]();
    expect(outcome.ok).toBe(false);
    expect(outcome).toHaveProperty(
      "message",
      expect.stringMatching(/^Failed to connect to WhatsApp API: connection reset/),
    );
    expect(lost.rows).toMatchObject([{ status, response: null }]);
  });

  test("an error in the response is raised and explained", async () => {
    const body = JSON.stringify({ error: { message: "(#131030) Not allowed", code: 131030 } });
    const { write, rows } = door({
      send: async () => ({ kind: "response", response: { status: 400, headers: {}, body } }),
    });
    expect(await write()).toEqual({ ok: false, message: "WhatsApp API error (400): (#131030) Not allowed" });
    expect(rows.map((row) => explain(row)?.text)).toEqual([expect.stringContaining("confirmed recipients")]);
  });

  test.each(["", "null", "[]", '{"path":"x","args":[]}', '{"path":[],"args":{}}', '{"path":[1],"args":[]}'])(
    "hostile text is refused with a message and makes no row: %j",
    async (text) => {
      const { raw, rows, done } = door();
      expect((await raw(text)).ok).toBe(false);
      expect([rows, done]).toEqual([[], []]);
    },
  );

  test("reports the page's own work for a call, even a refused one, but not the time it waits", async () => {
    const { raw } = door({ permit: () => new Promise((resolve) => setTimeout(resolve, 200, null)) });
    const worked: number[] = [];
    const count = (ms: number) => worked.push(ms);
    const dear = JSON.stringify({ path: ["integrations"], args: [Array(9_000).fill("x".repeat(50))] });
    expect((await raw(dear, count)).ok).toBe(false);
    expect(worked.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(0);
    worked.length = 0;
    const path = ["integrations", "whatsapp", "send_message"];
    await raw(JSON.stringify({ path, args: [{ to: "1", body: "Hi" }] }), count);
    expect(worked.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(150);
  });

  const LIMITS = "A call's arguments can hold at most 10,000 values, nested at most 64 levels deep.";
  test.each([
    ["nested too deep", `${"[".repeat(5000)}${"]".repeat(5000)}`, LIMITS],
    ["of too many values", `[${"[],".repeat(20_000)}[]]`, LIMITS],
    ["too long", `["${"x".repeat(600_000)}"]`, "The arguments of a call can be at most 512 kB."],
  ])("arguments that are %s are refused", async (_, args, message) => {
    const { raw, rows } = door();
    expect(await raw(`{"path":["integrations"],"args":${args},"line":null}`)).toEqual({ ok: false, message });
    expect(rows).toEqual([]);
  });

  test("so is a JSON string with too many values where a list is expected", async () => {
    const { raw } = door();
    const args = { to: "1", template_name: "t", components: `[${"[],".repeat(20_000)}[]]` };
    const path = ["integrations", "whatsapp", "send_template"];
    expect(await raw(JSON.stringify({ path, args: [args], line: null }))).toMatchObject({
      ok: false,
      message: expect.stringContaining('Parameter "components" must be an array'),
    });
  });
});
