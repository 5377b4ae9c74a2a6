import { describe, expect, it } from "vitest";
import { loadExplainCall } from "../../../../../src/app/explain-calls";
import { seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { Fault } from "../../../../../src/integrations/whatsapp/simulator/world/fault";
import { member } from "../../../../../src/shared/json";
import { runLua } from "../../../../support/run-lua";
import { paced, update } from "./late-causes";

const explain = await loadExplainCall();

const wa = "local wa = app.integrations.whatsapp\n";

async function rowOf(script: string, world: World = seedWorld()) {
  const run = await runLua(wa + script, { world });
  const row = run.rows.at(-1);
  if (row === undefined) throw new Error("no call");
  return { ...run, row, explanation: explain(row) };
}

const sendTo = (to: string) => `wa.send_template({ to = "${to}", template_name = "hello_world" })`;

describe("a recipient that was normalized", () => {
  it("without a country code it is sent to the business's country, and the row says so", async () => {
    const { explanation, error } = await rowOf(sendTo("212 555 0142"));
    expect(error).toBeNull();
    expect(explanation).toEqual({
      text: `"212 555 0142" has no country code, so the business number's was added: the message goes to +12125550142. If that's wrong, write the number with + and its country code instead of +1.`,
      page: "integrations.whatsapp.send_message",
    });
  });

  it("is refused if it is too short even with a country code", async () => {
    const { error } = await rowOf(sendTo("555 0142"));
    expect(error?.message).toContain("WhatsApp API error (400): (#100) Invalid parameter");
  });

  it.each([
    ["5531987654321", "553187654321"],
    ["+52 55 1234 5678", "5215512345678"],
    ["541123456789", "5491123456789"],
  ])("the row names the WhatsApp ID if it differs: %s", async (to, waId) => {
    const { explanation } = await rowOf(sendTo(to));
    expect(explanation?.text).toBe(
      `WhatsApp's ID for ${to} is ${waId}. Some numbers in Argentina, Brazil and Mexico differ like this. Look for ${waId} in statuses and contacts.`,
    );
  });

  it.each([["15551234567"], ["+1 (555) 123-4567"], ["447700900142"]])(
    "the row says nothing if it is used unchanged: %s",
    async (to) => {
      const { explanation } = await rowOf(sendTo(to));
      expect(explanation).toBeNull();
    },
  );
});

describe("a lookup that succeeds", () => {
  it("explains why the message failed", async () => {
    const { row, explanation } = await rowOf(`
      local id = ${sendTo("447700900567")}.messages[1].id
      repeat local status = wa.get_message({ message_id = id }).messages[1].message_status until status == "failed"`);
    expect(row.status).toBe("ok");
    expect(explanation?.text).toContain("or contact the person another way");
  });
});

function withFault(effect: Fault["effect"]): World {
  return { ...seedWorld(), faults: [{ operation: "any", from: 1, count: 1, effect }] };
}

const hello = 'wa.send_message({ to = "15551234567", body = "Hello" })';
const cut =
  "Failed to connect to WhatsApp API: Failed to fetch (the browser gives no details: offline, wrong URL, redirect, or CORS not allowed)";
const late = "Failed to connect to WhatsApp API: no complete response within 30 s";

describe("a lost connection", () => {
  it.each([
    ["cut before the message was accepted", { kind: "cut", when: "before" }, cut, 0],
    ["cut after the message was accepted", { kind: "cut", when: "after" }, cut, 1],
    ["a time-out before", { kind: "timeout", when: "before" }, late, 0],
    ["a time-out after", { kind: "timeout", when: "after" }, late, 1],
    ["an answer that is too slow", { kind: "slow", ms: 40_000 }, late, 1],
  ] as const)("leaves the outcome of a send unknown: %s", async (_, effect, message, sent) => {
    const before = withFault(effect);
    const { error, row, world } = await rowOf(hello, before);
    expect(error?.message).toContain(message);
    expect(row).toMatchObject({ status: "unknown", error: message, response: null });
    expect(row.request).not.toBeNull();
    expect(world.messages.flat()).toHaveLength(before.messages.flat().length + sent);
    const passed = world.clock - before.clock;
    if (message === late) expect(passed).toBe(30_000);
    else expect(passed).toBeLessThan(500);
  });

  it("is an error for a read", async () => {
    const { row } = await rowOf("wa.list_templates({})", withFault({ kind: "timeout", when: "before" }));
    expect(row).toMatchObject({ status: "error", error: late });
  });

  it("no longer affects the next call", async () => {
    const { output } = await rowOf(
      `print(pcall(function() ${hello} end)); print(${hello}.messages[1].id ~= nil)`,
      withFault({ kind: "cut", when: "before" }),
    );
    expect(output).toMatch(/^false\t.*Failed to fetch.*\ntrue$/);
  });
});

describe("a paced template", () => {
  it("holds messages after the first ones and says so in the response and the row", async () => {
    const { explanation, rows } = await rowOf(
      `${update}; ${update}`,
      paced({ outcome: "released" })(seedWorld()),
    );
    expect(rows.map((one) => statusOf(one.response?.body))).toEqual([
      "accepted",
      "held_for_quality_assessment",
    ]);
    expect(explanation?.text).toContain("Meta holds this message");
    expect(explanation?.page).toBe("templates");
  });
});

function statusOf(body = "null"): unknown {
  const messages = member(JSON.parse(body), "messages");
  return Array.isArray(messages) ? member(messages[0], "message_status") : undefined;
}
