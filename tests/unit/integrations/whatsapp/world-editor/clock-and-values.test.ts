import { describe, expect, it } from "vitest";
import { apply, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import {
  fieldTime,
  timeAhead,
  timePasses,
} from "../../../../../src/integrations/whatsapp/world-editor/clock/clock-time";
import {
  typedCodes,
  typedNumber,
  typedNumbers,
} from "../../../../../src/integrations/whatsapp/world-editor/setup/typed-values";

const world = seedWorld();
const day = 86_400_000;

describe("the world's clock", () => {
  it("what the field shows, set again, moves nothing", () => {
    const ahead = timeAhead(fieldTime(world.clock + 345), world.clock + 345);
    expect(ahead).toEqual({ ok: true, ms: 0 });
  });

  it("goes forward by what was typed, also farther than one event may go", () => {
    const wanted = world.clock + 1_000 * day;
    const ahead = timeAhead(fieldTime(wanted), world.clock);
    if (!ahead.ok) throw new Error(ahead.message);
    const events = timePasses(ahead.ms);
    expect(events.length).toBeGreaterThan(1);
    expect(events.reduce(apply, world).clock).toBe(wanted);
  });

  it("never goes back, and says the way out", () => {
    const back = timeAhead(fieldTime(world.clock - day), world.clock);
    expect(back.ok ? "" : back.message).toContain("Reset the world");
    expect(timeAhead("", world.clock).ok).toBe(false);
    expect(timeAhead("9999-12-31T00:00", world.clock).ok).toBe(false);
  });
});

describe("settings as typed", () => {
  it("takes whole numbers in range", () => {
    expect(typedNumber(" 80 ", 1, 1_000)).toEqual({ ok: true, value: 80 });
    for (const text of ["", "0", "1.5", "1e3", "1001"]) expect(typedNumber(text, 1, 1_000).ok).toBe(false);
  });

  it("takes lists of phone numbers, each once, and names the one that is none", () => {
    expect(typedNumbers(world, "+1 555 123 4567, 15551234567; +447700900142")).toEqual({
      ok: true,
      value: ["15551234567", "447700900142"],
    });
    expect(typedNumbers(world, " ")).toEqual({ ok: true, value: null });
    expect(typedNumbers(world, "+15551234567, Maya")).toEqual({
      ok: false,
      message: "Maya can be no phone number.",
    });
  });

  it("takes calling codes", () => {
    expect(typedCodes("44, +353")).toEqual({ ok: true, value: ["44", "353"] });
    expect(typedCodes("").ok).toBe(true);
    expect(typedCodes("UK").ok).toBe(false);
  });
});
