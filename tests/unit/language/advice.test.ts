import { expect, it } from "vitest";
import { adviceOn } from "../../../src/language/advice";
import { newIn } from "../../../src/shared/new-in";
import { shopContext } from "./marked";

it.each([
  ["if a != 1 then end", "s:1: unexpected symbol near '!'", "Use `~=` for “not equal”."],
  ["print(1)\nsleep(2)", "s:2: attempt to call a nil value (global 'sleep')", "Scripts can't wait"],
  ["print(1)", "s:1: oops", null],
  ['app.integrations.whatsapp.send_message{ to = "15551234567" }', 's:1: Message "body" is required.', null],
])("explains an error as the editor does: %j", (source, message, says) => {
  const line = Number(/:(\d+):/.exec(message)?.[1]);
  const advice = newIn(message, adviceOn(line, source, shopContext));
  if (says === null) expect(advice).toBeNull();
  else expect(advice).toContain(says);
});
