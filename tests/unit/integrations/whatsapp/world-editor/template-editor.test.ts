import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import type { Template } from "../../../../../src/integrations/whatsapp/simulator/world/template";
import type { World } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import { filterItems } from "../../../../../src/integrations/whatsapp/world-editor/items-section";
import { pauseWords } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-fields";
import { previewOf } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-preview";
import { templateKind } from "../../../../../src/integrations/whatsapp/world-editor/templates/templates";
import type { Typed } from "../../../../../src/ui/parts/form/fields";
import { sample } from "../../../../support/sample";
import { adviceOf, errorOf, typing } from "./typing";

const world = seedWorld();
const good: Typed = {
  name: "parcel_here",
  body: "Hello {{1}}, your parcel is here.",
  "example.1": "Maya",
};

function refused(typed: Typed, field: string): string | null {
  return errorOf(typing(templateKind, world, null, typed), field);
}

function advised(typed: Typed, field: string): string | null {
  return adviceOf(typing(templateKind, world, null, typed), field);
}

/** Typed texts for buttons, as if each had been added. */
function withButtons(...buttons: readonly Typed[]): Typed {
  const order = buttons.map((_, key) => String(key)).join(" ");
  const texts = buttons.flatMap((one, key) =>
    Object.entries(one).map(([part, text]) => [`buttons.${key}.${part}`, text]),
  );
  return { ...good, buttons: order, ...Object.fromEntries(texts) };
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    "",
    "Hello {{1}}, see {{2}}.",
    "{{first_name}}",
    "x".repeat(61),
    "y".repeat(1025),
    "{{1}} {{3}}",
  ),
);
const button: fc.Arbitrary<Typed> = fc.record({
  type: fc.constantFrom("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE"),
  text: fc.oneof(fc.constant("Yes"), fc.string({ maxLength: 27 })),
  value: fc.oneof(fc.constant("https://shop.example/{{1}}"), fc.string({ maxLength: 30 })),
  example: fc.string({ maxLength: 8 }),
});
const typed: fc.Arbitrary<Typed> = fc
  .tuple(
    fc.record({
      name: fc.oneof(fc.stringMatching(/^[a-z0-9_]{1,20}$/), fc.string({ maxLength: 8 })),
      language: fc.oneof(fc.constantFrom("en", "en_US", "zh_HK"), fc.string({ maxLength: 5 })),
      category: fc.constantFrom("UTILITY", "MARKETING", "AUTHENTICATION"),
      status: fc.constantFrom("APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "ARCHIVED"),
      format: fc.constantFrom("POSITIONAL", "NAMED"),
      quality: fc.constantFrom("GREEN", "UNKNOWN"),
      rejected_reason: fc.constantFrom("NONE", "SCAM"),
      header: fc.constantFrom("NONE", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"),
      headerText: text,
      headerExample: fc.string({ maxLength: 10 }),
      body: text,
      "example.1": fc.string({ maxLength: 10 }),
      "example.2": fc.string({ maxLength: 10 }),
      "example.first_name": fc.string({ maxLength: 10 }),
      "example.__proto__": fc.string({ maxLength: 10 }),
      footer: text,
    }),
    fc.array(button, { maxLength: 4 }),
  )
  .map(([texts, buttons]) => ({ ...withButtons(...buttons), ...texts }));
const opened = fc.constantFrom(null, world.templates[0] ?? null, world.templates.at(-1) ?? null);

describe("the template editor", () => {
  it("says when a paused template resumes", () => {
    const templateId = world.templates.find(({ name }) => name === "order_update")?.id ?? "";
    const paused = apply(world, { type: "template_changed", templateId, change: { status: "PAUSED" } });
    const later = apply(paused, { type: "time_passed", ms: 3_600_000 });
    expect(pauseWords(later, templateId)).toMatch(/^Resumes .+, in 2 h 0 min\.$/);
    expect(pauseWords(world, templateId)).toBe("The pause starts when time passes.");
  });

  it("accepts only what the world accepts", () => {
    let taken = 0;
    fc.assert(
      fc.property(opened, typed, (template, texts) => {
        const { value, isWrong } = typing(templateKind, world, template, texts);
        if (isWrong) return;
        taken += 1;
        const read = parseWorld(templateKind.put(world, value, template?.id ?? null));
        expect(read.ok ? null : read.message).toBeNull();
      }),
      { numRuns: sample(1_000, 20_000) },
    );
    expect(taken).toBeGreaterThan(sample(40, 1_000));
  });

  it("refuses only what the world refuses", () => {
    fc.assert(
      fc.property(opened, typed, (template, texts) => {
        const { value, isWrong } = typing(templateKind, world, template, texts);
        if (isWrong) expect(parseWorld(templateKind.put(world, value, template?.id ?? null)).ok).toBe(false);
      }),
      { numRuns: sample(100, 5_000) },
    );
  });

  it("changes and refuses nothing if any ready world's template is opened and saved", async () => {
    for (const ready of readyWorlds) {
      const begun = await ready.load();
      for (const template of begun.templates) {
        const { value, isWrong } = typing(templateKind, begun, template, {});
        expect(isWrong).toBe(false);
        const saved = templateKind.put(begun, value, template.id);
        expect(saved.templates).toEqual(begun.templates);
        expect(new Set(saved.pacing)).toEqual(new Set(begun.pacing));
      }
    }
  });

  it("keeps what it does not show", () => {
    const [first] = world.templates;
    if (first === undefined) throw new Error("no template");
    const rare: Template = { ...first, previous_category: "ACCOUNT_UPDATE", message_send_ttl_seconds: 600 };
    const held = { ...world, templates: [rare] };
    const { value } = typing(templateKind, held, rare, { footer: "New" });
    expect(templateKind.put(held, value, rare.id).templates[0]).toMatchObject({
      previous_category: "ACCOUNT_UPDATE",
      message_send_ttl_seconds: 600,
    });
  });

  it("has no advice on a template that Meta would accept", () => {
    const { fields } = typing(templateKind, world, null, good);
    expect(fields.filter(({ error, advice }) => error !== null || advice !== null)).toEqual([]);
  });

  it("says beside the name what is wrong with it", () => {
    expect(refused({ ...good, name: "" }, "name")).toContain("needs a name");
    expect(refused({ ...good, name: "Order-Update" }, "name")).toContain("Up to 512 lowercase letters");
    expect(refused({ ...good, name: "order_update", language: "es" }, "name")).toContain("already");
    expect(refused({ ...good, language: "English" }, "language")).toContain("en_US");
  });

  it("says beside each text that it is too long", () => {
    expect(refused({ ...good, header: "TEXT", headerText: "h".repeat(61) }, "headerText")).toContain("60");
    expect(refused({ ...good, body: "b".repeat(1025) }, "body")).toContain("1024");
    expect(refused({ ...good, footer: "f".repeat(61) }, "footer")).toContain("60");
    expect(refused(withButtons({ text: "q".repeat(26) }), "buttons.0.text")).toContain("25");
  });

  it("says which variables Meta would not accept, and saves anyway", () => {
    expect(advised({ ...good, body: "Take {{1}} and {{3}} now." }, "body")).toContain("{{2}} is missing");
    expect(advised({ ...good, body: "{{1}} is here for you." }, "body")).toContain("start");
    expect(advised({ ...good, body: "Here is your {{1}}." }, "body")).toContain("end");
    expect(advised({ ...good, body: "Dear {{name}}, hello." }, "body")).toContain("numbered");
    expect(advised({ ...good, body: "Dear {{1}, hello." }, "body")).toContain(
      "Write a variable as {{1}} or {{first_name}}",
    );
    expect(advised({ ...good, format: "NAMED", body: "Dear {{First}}, hello." }, "body")).toContain(
      "lower-case",
    );
    expect(advised({ ...good, "example.1": "" }, "example.1")).toContain("example");
    expect(advised({ ...good, footer: "{{1}}" }, "footer")).toContain("footer");
    expect(refused({ ...good, body: "{{1}} {{3}}" }, "body")).toBeNull();
  });

  it("says which buttons Meta would not accept", () => {
    const one = (type: string, value = "") => ({ type, value, text: "Go", example: "x" });
    const quick = one("QUICK_REPLY");
    const url = (value = "https://shop.example") => one("URL", value);
    expect(advised(withButtons(quick, url(), quick), "buttons.add")).toContain(
      "Meta requires quick replies next to each other",
    );
    expect(advised(withButtons(url(), url(), url()), "buttons.add")).toContain("2 URL");
    expect(advised(withButtons(url("https://shop.example/{{1}}/x")), "buttons.0.value")).toContain("end");
    expect(refused(withButtons(...Array.from({ length: 11 }, () => quick)), "buttons.add")).toContain("11");
    const fine = typing(templateKind, world, null, withButtons(quick, quick, url()));
    expect(fine.fields.filter(({ error, advice }) => error !== null || advice !== null)).toEqual([]);
  });

  it("moves and removes buttons with their input", () => {
    const texts = { ...withButtons({ text: "A" }, { text: "B" }, { text: "C" }), buttons: "2 0" };
    const { value, fields } = typing(templateKind, world, null, texts);
    expect(templateKind.put(world, value, null).templates.at(-1)?.components.at(-1)).toEqual({
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "C" },
        { type: "QUICK_REPLY", text: "A" },
      ],
    });
    const actions = fields.flatMap((field) => field.actions ?? []);
    const pressed = (label: string) => actions.find((one) => one.label === label)?.types;
    expect(pressed("Move button 1 down")).toEqual({ buttons: "0 2" });
    expect(pressed("Remove button 2")).toEqual({ buttons: "2" });
    expect(pressed("Add button")).toEqual({ buttons: "2 0 3" });
  });

  it("shows the message with its examples, and variables without one unchanged", () => {
    const { value } = typing(templateKind, world, null, {
      ...withButtons({
        type: "URL",
        text: "Track",
        value: "https://a.example/{{1}}",
        example: "https://a.example/7",
      }),
      header: "TEXT",
      headerText: "For {{1}}",
      headerExample: "you",
      body: "Hello {{1}} and {{2}}.",
    });
    const shown = previewOf(value);
    expect(shown.header).toEqual({ format: "TEXT", text: "For you" });
    expect(shown.body).toBe("Hello Maya and {{2}}.");
    expect(shown.buttons[0]?.value).toBe("https://a.example/7");
  });

  it("makes a duplicate under a free name", () => {
    const [first] = world.templates;
    if (first === undefined) throw new Error("The seed has templates.");
    const copy = (of: World) => templateKind.copy?.(of, first) ?? templateKind.begin(of, null);
    const more = templateKind.put(world, copy(world), null);
    expect(more.templates).toHaveLength(world.templates.length + 1);
    expect(more.templates.at(-1)?.name).toBe(`${first.name}_copy`);
    expect(copy(more).name).toBe(`${first.name}_copy2`);
    expect(parseWorld(more).ok).toBe(true);
  });

  it("removes a template together with its pacing, so that the world stays readable", () => {
    const [first] = world.templates;
    const id = first?.id ?? "";
    const paced = {
      ...world,
      pacing: [
        {
          templateId: id,
          freeMessages: 1,
          accepted: 0,
          holdMs: 1,
          decidedAt: null,
          outcome: "released" as const,
        },
      ],
    };
    const rest = templateKind.remove(paced, id);
    expect(rest.templates.map((one) => one.id)).not.toContain(id);
    expect(rest.pacing).toEqual([]);
  });

  it("finds templates by text, status, category and language together", () => {
    const filter = (text: string, chosen: Typed) =>
      filterItems(templateKind, world.templates, text, chosen).map((one) => one.name);
    expect(filter("", {})).toEqual(world.templates.map((one) => one.name));
    expect(filter("", { Status: "PAUSED", Category: "MARKETING" })).toEqual(["restock_alert"]);
    expect(filter("AHORA", { Language: "es" })).toEqual(["order_update"]);
  });
});

describe("a template's pacing", () => {
  const [template] = world.templates;
  if (template === undefined) throw new Error("The seed has templates.");
  const { id } = template;
  const paced: Typed = { pacing: "dropped", "pacing.freeMessages": "2", "pacing.holdMs": "45" };
  const saved = (on: World, typed: Typed) =>
    templateKind.put(on, typing(templateKind, on, template, typed).value, id);

  it("is added, changed and removed, and the world accepts each", () => {
    const on = saved(world, paced);
    expect(on.pacing).toEqual([
      {
        templateId: id,
        freeMessages: 2,
        accepted: 0,
        holdMs: 45 * 60_000,
        decidedAt: null,
        outcome: "dropped",
      },
    ]);
    expect(parseWorld(on)).toMatchObject({ ok: true });
    const counted = { ...on, pacing: on.pacing.map((one) => ({ ...one, accepted: 3, decidedAt: 9 })) };
    expect(saved(counted, { ...paced, pacing: "released" }).pacing[0]).toMatchObject({
      accepted: 3,
      decidedAt: 9,
      outcome: "released",
    });
    expect(saved(on, { pacing: "none" }).pacing).toEqual([]);
  });

  it("says beside the field what is wrong, and nothing if the template is not paced", () => {
    const wrong = (typed: Typed, field: string) =>
      errorOf(typing(templateKind, world, template, typed), field);
    expect(wrong({ ...paced, "pacing.freeMessages": "many" }, "pacing.freeMessages")).toContain(
      "whole number",
    );
    expect(wrong({ ...paced, "pacing.holdMs": "0" }, "pacing.holdMs")).toContain("from 1 to 1440");
    const none = { pacing: "none", "pacing.freeMessages": "many", "pacing.holdMs": "" };
    expect(typing(templateKind, world, template, none).isWrong).toBe(false);
  });
});
