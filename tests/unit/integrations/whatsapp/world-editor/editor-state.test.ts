import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { createNotices } from "../../../../../src/app/notices";
import {
  type Opened,
  type OpenForm,
  turnTo,
} from "../../../../../src/integrations/whatsapp/world-editor/editor-state";
import { lensOf, line, type Typed } from "../../../../../src/ui/parts/form/fields";
import { readForm, typedAfter } from "../../../../../src/ui/parts/form/read-form";

interface Person {
  readonly name: string;
}

const fields = [line("Name", lensOf<Person>()("name"))];

function opening(name: string): Opened<Person> {
  return { id: name, start: { name }, typed: {} };
}

function opened(name: string) {
  const notices = createNotices();
  const form: OpenForm<Person> = signal(null);
  turnTo(form, opening(name), notices);
  const type = (changes: Typed) => {
    const now = form.peek();
    if (now === null) throw new Error("no form is open");
    const shown = readForm(fields, now.start, now.typed).fields;
    form.value = { ...now, typed: typedAfter(now.typed, changes, shown) };
  };
  return { notices, form, type };
}

describe("a form of the world editor", () => {
  it("closes silently if nothing was changed", () => {
    const { notices, form } = opened("Maya");
    turnTo(form, opening("Owen"), notices);
    turnTo(form, null, notices);
    expect(notices.all.value).toEqual([]);
    expect(form.value).toBeNull();
  });

  it("offers unsaved input back, whether it is cancelled or another form opens", () => {
    for (const next of [null, opening("Owen")]) {
      const { notices, form, type } = opened("Maya");
      type({ name: "Maya T." });
      turnTo(form, next, notices);
      expect(form.value).toBe(next);
      notices.all.value[0]?.action?.run();
      expect(form.value).toEqual({ ...opening("Maya"), typed: { name: "Maya T." } });
    }
  });

  it("has nothing to lose if the input is back to what it was", () => {
    const { notices, form, type } = opened("Maya");
    type({ name: "M" });
    type({ name: "Maya" });
    turnTo(form, null, notices);
    expect(notices.all.value).toEqual([]);
  });
});
