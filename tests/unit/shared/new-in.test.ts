import { expect, test } from "vitest";
import { newIn } from "../../../src/shared/new-in";

test.each([
  [
    "s.lua:1: Unknown function: app.x.send_mesage. Did you mean: send_message, get_message",
    "Unknown function: `app.x.send_mesage`. Did you mean `send_message`?",
    null,
  ],
  [
    "s.lua:1: Unknown function: app.y.z",
    "Unknown function: `app.y.z`. Did you mean `x`?",
    "Did you mean `x`?",
  ],
  ['Parameter "body" must be a string, got a table.', "`body` expects a string, not a table.", null],
  ['Parameter "body" must be a string, got a table.', "`to` expects a string.", "`to` expects a string."],
  ["attempt to call a nil value (global 'prnt')", "`prnt` isn't defined.", "`prnt` isn't defined."],
  ["anything", "", null],
])("below %j, an explanation says only what is new", (message, explanation, added) => {
  expect(newIn(message, [explanation])).toBe(added);
});

test("the first explanation that adds anything counts", () => {
  const message = "attempt to call a nil value (global 'x')";
  expect(newIn(message, ["attempt to call a nil value (global `x`)", "`x` isn't defined.", "Else."])).toBe(
    "`x` isn't defined.",
  );
});
