import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import {
  checkPacing,
  notPaced,
  type PacingDraft,
  withPacing,
} from "../../../../../src/integrations/whatsapp/world-editor/templates/pacing-draft";
import {
  checkOf,
  checkTemplate,
} from "../../../../../src/integrations/whatsapp/world-editor/templates/template-checks";
import {
  duplicateDraft,
  newTemplate,
  type TemplateDraft,
  templateDraft,
  templateOf,
} from "../../../../../src/integrations/whatsapp/world-editor/templates/template-draft";
import { previewOf } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-preview";
import { filterTemplates } from "../../../../../src/integrations/whatsapp/world-editor/templates/template-words";
import {
  withoutTemplate,
  withTemplate,
} from "../../../../../src/integrations/whatsapp/world-editor/world-changes";

const world = seedWorld();
const good: TemplateDraft = {
  ...newTemplate,
  name: "parcel_here",
  body: "Hello {{1}}, your parcel is here.",
  examples: { 1: "Maya" },
};

function refused(draft: TemplateDraft, field: string): string | null {
  return checkOf(checkTemplate(world, draft), field, "refused");
}

function advised(draft: TemplateDraft, field: string): string | null {
  return checkOf(checkTemplate(world, draft), field, "advice");
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
const button = fc.record({
  type: fc.constantFrom("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE"),
  text: fc.oneof(fc.constant("Yes"), fc.string({ maxLength: 27 })),
  value: fc.oneof(fc.constant("https://shop.example/{{1}}"), fc.string({ maxLength: 30 })),
  example: fc.string({ maxLength: 8 }),
});
const draft: fc.Arbitrary<TemplateDraft> = fc.record({
  id: fc.constantFrom(null, world.templates[0]?.id ?? null, "77"),
  name: fc.oneof(fc.stringMatching(/^[a-z0-9_]{1,20}$/), fc.string({ maxLength: 8 })),
  language: fc.oneof(fc.constantFrom("en", "en_US", "zh_HK"), fc.string({ maxLength: 5 })),
  category: fc.constantFrom("UTILITY", "MARKETING", "AUTHENTICATION"),
  status: fc.constantFrom("APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED", "ARCHIVED"),
  format: fc.constantFrom("POSITIONAL", "NAMED"),
  quality: fc.constantFrom("GREEN", "UNKNOWN"),
  rejected: fc.constantFrom("NONE", "SCAM"),
  header: fc.constantFrom("NONE", "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"),
  headerText: text,
  headerExample: fc.string({ maxLength: 10 }),
  body: text,
  examples: fc.dictionary(fc.constantFrom("1", "2", "first_name", "__proto__"), fc.string({ maxLength: 10 })),
  footer: text,
  buttons: fc.array(button, { maxLength: 11 }).map((buttons) => buttons.map((one, key) => ({ ...one, key }))),
  pacing: fc.constant(notPaced),
});

describe("the template editor", () => {
  it("whatever it does not refuse, the world takes", () => {
    let taken = 0;
    fc.assert(
      fc.property(draft, (typed) => {
        if (checkTemplate(world, typed).some((check) => check.kind === "refused")) return;
        taken += 1;
        const read = parseWorld(withTemplate(world, templateOf(world, typed)));
        expect(read.ok ? null : read.message).toBeNull();
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it("whatever it refuses, the world refuses too", () => {
    fc.assert(
      fc.property(draft, (typed) => {
        const checks = checkTemplate(world, typed).filter((check) => check.kind === "refused");
        if (checks.length === 0) return;
        expect(parseWorld(withTemplate(world, templateOf(world, typed))).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("opening a template of any ready world and saving it changes nothing, and refuses nothing", async () => {
    for (const ready of readyWorlds) {
      const begun = await ready.load();
      for (const template of begun.templates) {
        const opened = templateDraft(begun, template);
        expect(templateOf(begun, opened)).toEqual(template);
        const saved = withPacing(withTemplate(begun, templateOf(begun, opened)), template.id, opened.pacing);
        expect(new Set(saved.pacing)).toEqual(new Set(begun.pacing));
        expect(checkTemplate(begun, opened).filter((check) => check.kind === "refused")).toEqual([]);
      }
    }
  });

  it("keeps what it does not show", () => {
    const [first] = world.templates;
    if (first === undefined) throw new Error("no template");
    const rare = { ...first, previous_category: "ACCOUNT_UPDATE", message_send_ttl_seconds: 600 };
    const held = { ...world, templates: [rare] };
    expect(templateOf(held, { ...templateDraft(held, rare), footer: "New" })).toMatchObject({
      previous_category: "ACCOUNT_UPDATE",
      message_send_ttl_seconds: 600,
    });
  });

  it("a template that Meta would take gets no remark", () => {
    expect(checkTemplate(world, good)).toEqual([]);
  });

  it("says at the name what is wrong with it", () => {
    expect(refused({ ...good, name: "" }, "name")).toContain("needs a name");
    expect(refused({ ...good, name: "Order-Update" }, "name")).toContain("lower-case");
    expect(refused({ ...good, name: "order_update", language: "es" }, "name")).toContain("already");
    expect(refused({ ...good, language: "English" }, "language")).toContain("en_US");
  });

  it("says at each text when it is too long", () => {
    expect(refused({ ...good, header: "TEXT", headerText: "h".repeat(61) }, "headerText")).toContain("60");
    expect(refused({ ...good, body: "b".repeat(1025) }, "body")).toContain("1024");
    expect(refused({ ...good, footer: "f".repeat(61) }, "footer")).toContain("60");
    const long = { key: 7, type: "QUICK_REPLY", text: "q".repeat(26), value: "", example: "" } as const;
    expect(refused({ ...good, buttons: [long] }, "button.7.text")).toContain("25");
  });

  it("says what Meta would not take of the variables, and saves it all the same", () => {
    expect(advised({ ...good, body: "Take {{1}} and {{3}} now." }, "body")).toContain("{{2}} is missing");
    expect(advised({ ...good, body: "{{1}} is here for you." }, "body")).toContain("start");
    expect(advised({ ...good, body: "Here is your {{1}}." }, "body")).toContain("end");
    expect(advised({ ...good, body: "Dear {{name}}, hello." }, "body")).toContain("numbered");
    expect(advised({ ...good, body: "Dear {{1}, hello." }, "body")).toContain("two braces");
    expect(advised({ ...good, format: "NAMED", body: "Dear {{First}}, hello." }, "body")).toContain(
      "lower-case",
    );
    expect(advised({ ...good, examples: {} }, "example.1")).toContain("example");
    expect(advised({ ...good, footer: "{{1}}" }, "footer")).toContain("footer");
    expect(refused({ ...good, body: "{{1}} {{3}}" }, "body")).toBeNull();
  });

  it("says what Meta would not take of the buttons", () => {
    const one = (key: number, type: TemplateDraft["buttons"][number]["type"], value = "") => ({
      key,
      type,
      value,
      text: "Go",
      example: "x",
    });
    const quick = (key: number) => one(key, "QUICK_REPLY");
    const url = (key: number, value = "https://shop.example") => one(key, "URL", value);
    expect(advised({ ...good, buttons: [quick(0), url(1), quick(2)] }, "buttons")).toContain("side by side");
    expect(advised({ ...good, buttons: [url(0), url(1), url(2)] }, "buttons")).toContain("2 URL");
    expect(
      advised({ ...good, buttons: [url(3, "https://shop.example/{{1}}/x")] }, "button.3.value"),
    ).toContain("end");
    expect(
      refused({ ...good, buttons: Array.from({ length: 11 }, (_, key) => quick(key)) }, "buttons"),
    ).toContain("11");
    expect(checkTemplate(world, { ...good, buttons: [quick(0), quick(1), url(2)] })).toEqual([]);
  });

  it("shows the message with its examples, a variable without one as it stands", () => {
    const shown = previewOf({
      ...good,
      header: "TEXT",
      headerText: "For {{1}}",
      headerExample: "you",
      body: "Hello {{1}} and {{2}}.",
      buttons: [
        {
          key: 0,
          type: "URL",
          text: "Track",
          value: "https://a.example/{{1}}",
          example: "https://a.example/7",
        },
      ],
    });
    expect(shown.header?.text).toBe("For you");
    expect(shown.body).toBe("Hello Maya and {{2}}.");
    expect(shown.buttons[0]?.does).toBe("Opens https://a.example/7");
  });

  it("a duplicate is new, under a name that is free", () => {
    const [first] = world.templates;
    if (first === undefined) throw new Error("The seed has templates.");
    const copy = templateOf(world, duplicateDraft(world, first));
    const more = withTemplate(world, copy);
    expect(more.templates).toHaveLength(world.templates.length + 1);
    expect(copy.name).toBe(`${first.name}_copy`);
    expect(duplicateDraft(more, first).name).toBe(`${first.name}_copy2`);
    expect(parseWorld(more).ok).toBe(true);
  });

  it("a removed template goes with its pacing, so that the world stays readable", () => {
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
    const rest = withoutTemplate(paced, id);
    expect(rest.templates.map((one) => one.id)).not.toContain(id);
    expect(rest.pacing).toEqual([]);
  });

  it("finds templates by text, status, category and language together", () => {
    const all = { text: "", status: "", category: "", language: "" } as const;
    expect(filterTemplates(world.templates, all)).toEqual(world.templates);
    const paused = filterTemplates(world.templates, { ...all, status: "PAUSED", category: "MARKETING" });
    expect(paused.map((one) => one.name)).toEqual(["restock_alert"]);
    const spanish = filterTemplates(world.templates, { ...all, text: "AHORA", language: "es" });
    expect(spanish.map((one) => one.name)).toEqual(["order_update"]);
  });
});

describe("a template's pacing", () => {
  const [template] = world.templates;
  const id = template?.id ?? "";
  const paced: PacingDraft = { outcome: "dropped", free: "2", minutes: "45" };

  it("is put on, changed and taken off, and the world takes each", () => {
    const on = withPacing(world, id, paced);
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
    expect(withPacing(counted, id, { ...paced, outcome: "released" }).pacing[0]).toMatchObject({
      accepted: 3,
      decidedAt: 9,
      outcome: "released",
    });
    expect(withPacing(on, id, notPaced).pacing).toEqual([]);
  });

  it("says at the field what is wrong, and nothing when the template is not paced", () => {
    expect(checkPacing({ ...paced, free: "many" }).free).toContain("whole number");
    expect(checkPacing({ ...paced, minutes: "0" }).minutes).toContain("from 1 to 1440");
    expect(checkPacing({ outcome: "none", free: "many", minutes: "" })).toEqual({
      free: null,
      minutes: null,
    });
  });
});
