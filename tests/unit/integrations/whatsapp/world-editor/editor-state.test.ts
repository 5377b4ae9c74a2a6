import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { createNotices } from "../../../../../src/app/notices";
import {
  type OpenForm,
  turnTo,
  typed,
} from "../../../../../src/integrations/whatsapp/world-editor/editor-state";

function opened(text: string) {
  const notices = createNotices();
  const form: OpenForm<string> = signal(null);
  turnTo(form, text, notices);
  return { notices, form };
}

describe("a form of the world editor", () => {
  it("that was not touched closes without a word", () => {
    const { notices, form } = opened("Maya");
    turnTo(form, "Owen", notices);
    turnTo(form, null, notices);
    expect(notices.all.value).toEqual([]);
    expect(form.value).toBeNull();
  });

  it("offers back what was typed and not saved, whether it is cancelled or another one opens", () => {
    for (const next of [null, "Owen"]) {
      const { notices, form } = opened("Maya");
      typed(form, "Maya T.");
      turnTo(form, next, notices);
      expect(form.value?.now ?? null).toBe(next);
      notices.all.value[0]?.action?.run();
      expect(form.value).toEqual({ first: "Maya", now: "Maya T." });
    }
  });

  it("typed back to what it was, holds nothing to lose", () => {
    const { notices, form } = opened("Maya");
    typed(form, "M");
    typed(form, "Maya");
    turnTo(form, null, notices);
    expect(notices.all.value).toEqual([]);
  });
});
