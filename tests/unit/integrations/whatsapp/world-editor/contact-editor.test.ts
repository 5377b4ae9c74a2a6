import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import type { Contact } from "../../../../../src/integrations/whatsapp/simulator/world/contact";
import { contactIndex } from "../../../../../src/integrations/whatsapp/simulator/world/lookup";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import { contactKind } from "../../../../../src/integrations/whatsapp/world-editor/contacts";
import { filterItems } from "../../../../../src/integrations/whatsapp/world-editor/items-section";
import { sample } from "../../../../support/sample";
import { errorOf, typing } from "./typing";

const world = seedWorld();
const maya = "15551234567";
const owen = "447700900318";
const shopNumber = world.accounts[0]?.phoneNumberId ?? "";
const wroteField = `wrote.${shopNumber}`;

function find(within: World, waId: string) {
  const contact = contactIndex.find(within.contacts, waId);
  if (contact === undefined) throw new Error(`${waId} is not a contact.`);
  return contact;
}

function wrong(contact: Contact | null, number: string): string | null {
  return errorOf(typing(contactKind, world, contact, { waId: number }), "waId");
}

describe("the contact editor", () => {
  it("changes nothing, to the millisecond, if a contact is opened and saved", () => {
    const later = { ...world, clock: world.clock + 12_345 };
    for (const contact of world.contacts.flat()) {
      const { value, isWrong } = typing(contactKind, later, contact, {});
      expect(isWrong).toBe(false);
      expect(contactKind.put(later, value, contact.waId)).toEqual(later);
    }
  });

  it("accepts a number as people write it, even a made-up one", () => {
    for (const number of ["+1 555 010 0142", "1 (555) 010-0142", "15550100142"]) {
      const { value, isWrong } = typing(contactKind, world, null, { waId: number, profileName: "Ada" });
      expect([value.waId, isWrong]).toEqual(["15550100142", false]);
    }
  });

  it("refuses an invalid number, a duplicate and the business's own", () => {
    expect(wrong(null, "")).toContain("needs a phone number");
    expect(wrong(null, "+1 23")).toContain("not a phone number");
    expect(wrong(null, "call me")).toContain("not a phone number");
    expect(wrong(null, `+${maya}`)).toBe("Maya Torres already has this number.");
    expect(wrong(null, `+${world.accounts[1]?.phoneNumber}`)).toContain("own numbers");
  });

  it("keeps the number of a contact whose messages name it", () => {
    expect(wrong(find(world, maya), "+1 555 010 0142")).toContain("so the number can't change");
    expect(wrong(find(world, owen), "+1 555 010 0142")).toBeNull();
  });

  it("opens and closes the window by the time the contact last wrote", () => {
    const wrote = (hours: string) => {
      const reading = typing(contactKind, world, find(world, owen), { [wroteField]: hours });
      return errorOf(reading, wroteField) ?? reading.fields.find(({ id }) => id === wroteField)?.hint;
    };
    expect(wrote("2")).toBe("Open for 22 h 0 min more.");
    expect(wrote("0,5")).toBe("Open for 23 h 30 min more.");
    expect(wrote("25")).toBe("Closed: templates only.");
    expect(wrote("")).toBe("Never wrote: templates only.");
    expect(wrote("soon")).toContain("Enter hours");
    expect(wrote("-1")).toContain("Enter hours");
  });

  it("accepts only what the world accepts", () => {
    const typed = fc.record({
      waId: fc.oneof(
        fc.constantFrom(`+${owen}`, "+44 7700 900999"),
        fc.stringMatching(/^\+?[1-9][0-9 ]{3,17}$/),
      ),
      profileName: fc.string({ maxLength: 20 }),
      behaviour: fc.constantFrom("reads_at_once", "reads_late", "never_reads", "phone_off", "no_whatsapp"),
      blockedBy: fc.constantFrom("null", "contact", "business"),
      marketing: fc.constantFrom("accepts", "stopped", "held_out"),
      [wroteField]: fc.constantFrom("", "3", "1000000000", "87600"),
    });
    fc.assert(
      fc.property(fc.constantFrom(null, owen, maya), typed, (original, texts) => {
        const contact = original === null ? null : find(world, original);
        const { value, isWrong } = typing(contactKind, world, contact, texts);
        if (isWrong) return;
        const result = parseWorld(contactKind.put(world, value, original));
        expect(result.ok ? null : result.message).toBeNull();
      }),
      { numRuns: sample(100, 6_000) },
    );
  });

  it("restores a removed contact in its place", () => {
    const at = contactIndex.position(world.contacts, owen);
    const without = contactKind.remove(world, owen);
    expect(contactIndex.find(without.contacts, owen)).toBeUndefined();
    expect(contactKind.put(without, find(world, owen), null, at)).toEqual(world);
  });

  it("finds people by part of a name or number and says what is special about them", () => {
    const filter = (text: string) =>
      filterItems(contactKind, world.contacts.flat(), text, {}).map((one) => one.waId);
    expect(filter(" maya t ")).toEqual([maya]);
    expect(filter("+44 7700 900318")).toEqual([owen]);
    expect(filter("nobody at all")).toEqual([]);
    expect(contactKind.note(find(world, owen), world)).toBe(
      `+${owen} · Reads at once · opted out of marketing`,
    );
  });
});
