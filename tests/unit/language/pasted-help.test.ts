import { describe, expect, it } from "vitest";
import { complete } from "../../../src/language/completion/complete";
import { hover } from "../../../src/language/hover";
import { readingOf } from "../../../src/language/pasted/reading";
import { signature } from "../../../src/language/signature";
import { caret, shopContext } from "./marked";

const WA = "app.integrations.whatsapp";

/** A script in straight characters, and the same one as a chat or a word processor would spell it. */
const SPELLINGS: readonly (readonly [name: string, spell: (text: string) => string])[] = [
  ["curly quotes", (text) => text.replace(/"([^"]*)"/g, "“$1”")],
  ["curly quotes that open alone", (text) => text.replace(/"([^"]*)"/g, '“$1"')],
  ["spaces that do not break", (text) => text.replaceAll(" ", "\u00a0")],
  ["full-width signs", (text) => text.replaceAll("(", "（").replaceAll(",", "，").replaceAll("=", "＝")],
  ["zero-width spaces at its words", (text) => text.replace(/(?<=[^\w"|.]) /g, " \u200b")],
];

const CARETS = [
  `${WA}.send_message({ to = "15551234567", | })`,
  `${WA}.send_message({ to = "15551234567", body = "Hi", |`,
  `local wa = ${WA}\nlocal r = wa.send_message({ to = "1", body = "x" })\nprint(r.|)`,
  `print("a") ${WA}.sen|`,
  `${WA}.send_template({ template_name = "order_update", language = "|" })`,
  `local x = string.rep("a", |)`,
];

describe.each(SPELLINGS)("%s", (_, spell) => {
  it.each(CARETS)("complete and explain a call as if there were no: %s", (plain) => {
    const straight = caret(plain);
    const pasted = caret(spell(plain));
    const labels = ({ source, offset }: ReturnType<typeof caret>) =>
      complete(source, offset, shopContext).map(({ label }) => label);
    expect(labels(pasted)).toEqual(labels(straight));
    expect(signature(pasted.source, pasted.offset, shopContext)).toEqual(
      signature(straight.source, straight.offset, shopContext),
    );
  });

  it("explain the word in the pasted text", () => {
    const source = spell(`print("a", "b") ${WA}.send_message({ to = "15551234567", body = "Hi" })`);
    const start = source.indexOf("body");
    expect(hover(source, start + 1, shopContext)?.range).toMatchObject({ start, end: start + 4 });
  });
});

it("the text in curly quotes is replaced, the quotes are not", () => {
  const { source, offset } = caret(`${WA}.send_message({ to = “15|”, body = “Hi” })`);
  const [first] = complete(source, offset, shopContext);
  expect(source.slice(first?.range.start, first?.range.end)).toBe("15");
  expect(first?.insert).toMatch(/^\d+$/);
});

it("every position in a pasted text maps to one in the cleaned text, and back", () => {
  const source = `local\u00a0a = “one” .. ‘two’ — a note\n\u200bif a ≠ nil then print（a） end`;
  const reading = readingOf(source);
  if (reading === null) throw new Error("It reads as Lua.");
  let last = 0;
  for (let at = 0; at <= source.length; at++) {
    const there = reading.offset(at);
    expect(there).toBeGreaterThanOrEqual(last);
    last = there;
    const { start, end } = reading.original({ start: there, end: there });
    const part = reading.foreign.find((one) => one.start < at && at < one.end);
    if (part === undefined)
      expect(
        [start, end].map((one) => source.slice(Math.min(at, one), Math.max(at, one)).replace("\u200b", "")),
      ).toEqual(["", ""]);
  }
  expect(last).toBe(reading.text.length);
});
