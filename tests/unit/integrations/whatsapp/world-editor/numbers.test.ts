import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator";
import { withAccounts } from "../../../../../src/integrations/whatsapp/simulator/page";
import { respond } from "../../../../../src/integrations/whatsapp/simulator/respond";
import {
  checkNumberName,
  withNumberAt,
  withoutNumber,
} from "../../../../../src/integrations/whatsapp/world-editor/numbers";
import { Client } from "../simulator/client";

const world = seedWorld();
const support = world.accounts[1];
if (support === undefined) throw new Error("no second number");

describe("a business number's name", () => {
  it("must be usable in scripts and unique", () => {
    expect(checkNumberName(world, "berlin", null)).toBeNull();
    expect(checkNumberName(world, "support", null)).toContain("already");
    expect(checkNumberName(world, "support", support.phoneNumberId)).toBeNull();
    expect(checkNumberName(world, "end", null)).toContain("reserved");
    expect(checkNumberName(world, "send_message", null)).toContain("function");
    expect(checkNumberName(world, "", null)).toContain("needs a name");
  });

  it("may be default if no other number has it", () => {
    expect(checkNumberName(world, "default", support.phoneNumberId)).toContain("already");
    const without = withoutNumber(world, world.accounts[0]?.phoneNumberId ?? "");
    expect(checkNumberName(without, "default", support.phoneNumberId)).toBeNull();
  });
});

describe("a removed number", () => {
  it("comes back with its messages, by undo or under its name", () => {
    const without = withoutNumber(world, support.phoneNumberId);
    expect(without.accounts.map((one) => one.name)).toEqual(["default", "sales"]);
    expect(parseWorld(without)).toMatchObject({ ok: true });
    expect(withNumberAt(without, support, 1)).toEqual(world);
    const again = withAccounts(without, ["support"]).accounts.at(-1);
    expect(again?.phoneNumberId).toBe(support.phoneNumberId);
  });
});

describe("a world's latency", () => {
  const slow = (latencyMs: { fastest: number; slowest: number }): World => ({
    ...world,
    rules: { ...world.rules, latencyMs },
  });
  const took = (on: World) => {
    const client = new Client(on);
    const { events } = respond(client.world, client.request("GET", "/me"));
    const [event] = events;
    return event?.type === "call_answered" ? event.latencyMs : Number.NaN;
  };

  it("is how long each call takes", () => {
    expect(took(slow({ fastest: 2_000, slowest: 2_000 }))).toBe(2_000);
    expect(took(slow({ fastest: 0, slowest: 0 }))).toBe(0);
    expect(took(world)).toBeGreaterThanOrEqual(80);
    expect(took(world)).toBeLessThanOrEqual(400);
  });

  it("is refused by field if it is impossible", () => {
    const parsed = parseWorld(slow({ fastest: 500, slowest: 100 }));
    expect(parsed.ok ? "" : parsed.message).toMatch(/^rules\.latencyMs: .*slowest/);
  });
});
