import { describe, expect, it } from "vitest";
import { apply, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import {
  fieldTime,
  timeAhead,
  timePasses,
} from "../../../../../src/integrations/whatsapp/world-editor/clock-section";
import { numberFields } from "../../../../../src/integrations/whatsapp/world-editor/numbers";
import { worldFields } from "../../../../../src/integrations/whatsapp/world-editor/world-rules";
import { Wrong } from "../../../../../src/ui/parts/form/fields";
import { readForm } from "../../../../../src/ui/parts/form/read-form";
import { errorOf } from "./typing";

const world = seedWorld();
const day = 86_400_000;

describe("the world's clock", () => {
  it("does not move if the shown time is set again", () => {
    const ahead = timeAhead(fieldTime(world.clock + 345), world.clock + 345);
    expect(ahead).toBe(0);
  });

  it("goes forward to the typed time, even farther than one event may", () => {
    const wanted = world.clock + 1_000 * day;
    const ahead = timeAhead(fieldTime(wanted), world.clock);
    if (ahead instanceof Wrong) throw new Error(ahead.text);
    const events = timePasses(ahead);
    expect(events.length).toBeGreaterThan(1);
    expect(events.reduce(apply, world).clock).toBe(wanted);
  });

  it("never goes back, and says what to do instead", () => {
    const back = timeAhead(fieldTime(world.clock - day), world.clock);
    expect(back instanceof Wrong && back.text).toContain("Reset the world");
    expect(timeAhead("", world.clock)).toBeInstanceOf(Wrong);
    expect(timeAhead("9999-12-31T00:00", world.clock)).toBeInstanceOf(Wrong);
  });
});

describe("typed settings", () => {
  const [account] = world.accounts;
  if (account === undefined) throw new Error("no number");
  const fields = numberFields(world, account);
  const typed = (id: string, text: string) => {
    const reading = readForm(fields, account, { [id]: text });
    return { ...reading, error: errorOf(reading, id) };
  };

  it("accept whole numbers in range", () => {
    const id = "limits.messagesPerSecond";
    expect(typed(id, " 79 ").value.limits.messagesPerSecond).toBe(79);
    for (const text of ["", "0", "1.5", "1e3", "1000001"])
      expect(typed(id, text).error).toBe("Enter a whole number from 1 to 1000000.");
  });

  it("accept lists of phone numbers without duplicates, and name the invalid one", () => {
    const id = "allowedRecipients";
    expect(typed(id, "+1 555 123 4567, 15551234567; +447700900142").value.allowedRecipients).toEqual([
      "15551234567",
      "447700900142",
    ]);
    expect(typed(id, " ").value.allowedRecipients).toBeNull();
    expect(typed(id, "+15551234567, Maya").error).toContain("Maya is not a phone number.");
  });

  it("accept calling codes", () => {
    const codes = (text: string) => readForm(worldFields, world, { "waba.restrictedCodes": text });
    expect(codes("44, +353").value.waba.restrictedCodes).toEqual(["44", "353"]);
    expect(codes("").isWrong).toBe(false);
    expect(codes("UK").isWrong).toBe(true);
  });

  it("keep what is not changed, and the fastest call faster than the slowest", () => {
    expect(readForm(worldFields, world, {})).toMatchObject({ value: world, isWrong: false });
    const slow = readForm(worldFields, world, { "rules.slowest": "10" });
    expect(errorOf(slow, "rules.slowest")).toContain("The minimum latency can't exceed the maximum");
  });
});
