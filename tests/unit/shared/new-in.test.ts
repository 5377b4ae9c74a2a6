import { expect, test } from "vitest";
import { newIn } from "../../../src/shared/new-in";

test.each([
  [
    "s.lua:1: Unknown function: app.x.send_mesage. Did you mean: send_message, get_message",
    "Unknown function: `app.x.send_mesage`. Did you mean `send_message`?",
    "",
  ],
  [
    "s.lua:1: Unknown function: app.y.z",
    "Unknown function: `app.y.z`. Did you mean `x`?",
    "Did you mean `x`?",
  ],
  ['Parameter "body" must be a string, got a table.', "`body` expects a string, not a table.", ""],
  ['Parameter "body" must be a string, got a table.', "`to` expects a string.", "`to` expects a string."],
  ["attempt to call a nil value (global 'prnt')", "`prnt` isn't defined.", "`prnt` isn't defined."],
  ["anything", "", ""],
])("below %j, an explanation says only what is new", (message, explanation, added) => {
  expect(newIn(message, explanation)).toBe(added);
});
