import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import { contactIndex } from "../../../../../src/integrations/whatsapp/simulator/world/lookup";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import {
  type ContactDraft,
  contactDraft,
  readContact,
} from "../../../../../src/integrations/whatsapp/world-editor/contacts/contact-draft";
import {
  filterContacts,
  traits,
  windowWords,
} from "../../../../../src/integrations/whatsapp/world-editor/contacts/contact-words";
import {
  withContact,
  withoutContact,
} from "../../../../../src/integrations/whatsapp/world-editor/world-changes";

const world = seedWorld();
const maya = "15551234567";
const owen = "447700900318";
const shopNumber = world.accounts[0]?.phoneNumberId ?? "";

function find(within: World, waId: string) {
  const contact = contactIndex.find(within.contacts, waId);
  if (contact === undefined) throw new Error(`${waId} is not a contact.`);
  return contact;
}

const fresh: ContactDraft = { ...contactDraft(world, null), number: "+1 555 010 0142", name: "Ada" };

function wrong(draft: ContactDraft): string | undefined {
  const read = readContact(world, draft);
  return read.ok ? undefined : read.errors.number;
}

describe("the contact editor", () => {
  it("opening a contact and saving it changes nothing, to the millisecond", () => {
    const later = { ...world, clock: world.clock + 12_345 };
    for (const contact of world.contacts.flat()) {
      const read = readContact(later, contactDraft(later, contact));
      expect(read.ok && withContact(later, read.contact, contact.waId)).toEqual(later);
    }
  });

  it("takes a number as people write it, made-up ones too", () => {
    for (const number of ["+1 555 010 0142", "1 (555) 010-0142", "15550100142"]) {
      const read = readContact(world, { ...fresh, number });
      expect(read.ok && read.contact.waId).toBe("15550100142");
    }
  });

  it("refuses what is no number, one that is taken, and the business's own", () => {
    expect(wrong({ ...fresh, number: "" })).toContain("needs a phone number");
    expect(wrong({ ...fresh, number: "+1 23" })).toContain("no phone number");
    expect(wrong({ ...fresh, number: "call me" })).toContain("no phone number");
    expect(wrong({ ...fresh, number: `+${maya}` })).toBe("Maya Torres has this number already.");
    expect(wrong({ ...fresh, number: `+${world.accounts[1]?.phoneNumber}` })).toContain("own numbers");
  });

  it("keeps the number of a contact whose messages name it", () => {
    expect(wrong({ ...contactDraft(world, find(world, maya)), number: "+1 555 010 0142" })).toContain(
      "cannot change",
    );
    expect(wrong({ ...contactDraft(world, find(world, owen)), number: "+1 555 010 0142" })).toBeUndefined();
  });

  it("opens and closes the window by when the contact last wrote", () => {
    const wrote = (hours: string) => {
      const draft = contactDraft(world, find(world, owen));
      const read = readContact(world, { ...draft, wrote: { ...draft.wrote, [shopNumber]: hours } });
      if (!read.ok) return read.errors[shopNumber];
      return windowWords(world, read.contact, shopNumber);
    };
    expect(wrote("2")).toBe("Open for 22 h 0 min more.");
    expect(wrote("0,5")).toBe("Open for 23 h 30 min more.");
    expect(wrote("25")).toBe("Closed: only templates reach.");
    expect(wrote("")).toBe("Never wrote: only templates reach.");
    expect(wrote("soon")).toContain("Type hours");
    expect(wrote("-1")).toContain("Type hours");
  });

  it("what it accepts, the world takes", () => {
    const typed = fc.record({
      original: fc.constantFrom(null, owen, maya),
      number: fc.oneof(
        fc.constantFrom(`+${owen}`, "+44 7700 900999"),
        fc.stringMatching(/^\+?[1-9][0-9 ]{3,17}$/),
      ),
      name: fc.string({ maxLength: 20 }),
      behaviour: fc.constantFrom("reads_at_once", "reads_late", "never_reads", "phone_off", "no_whatsapp"),
      blockedBy: fc.constantFrom("nobody", "contact", "business"),
      marketing: fc.constantFrom("accepts", "stopped", "held_out"),
      wrote: fc.constantFrom("", "3", "1000000000", "87600").map((hours) => ({ [shopNumber]: hours })),
      wroteBefore: fc.constant({}),
    });
    fc.assert(
      fc.property(typed, (draft) => {
        const read = readContact(world, draft);
        if (!read.ok) return;
        const result = parseWorld(withContact(world, read.contact, draft.original));
        expect(result.ok ? null : result.message).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("a removed contact comes back to its place", () => {
    const at = contactIndex.position(world.contacts, owen);
    const without = withoutContact(world, owen);
    expect(contactIndex.find(without.contacts, owen)).toBeUndefined();
    expect(withContact(without, find(world, owen), owen, at)).toEqual(world);
  });

  it("finds people by part of a name or number, and says what sets them apart", () => {
    const all = world.contacts.flat();
    expect(filterContacts(all, " maya t ").map((one) => one.waId)).toEqual([maya]);
    expect(filterContacts(all, "+44 7700 900318").map((one) => one.waId)).toEqual([owen]);
    expect(filterContacts(all, "nobody at all")).toEqual([]);
    expect(traits(find(world, owen))).toBe("Reads at once · stopped marketing");
  });
});
