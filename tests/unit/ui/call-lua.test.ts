import { expect, it } from "vitest";
import { callAsLua } from "../../../src/ui/panes/calls/call-lua";
import { runLua } from "../../support/run-lua";

const SCRIPT = String.raw`
local whatsapp = app.integrations.whatsapp
whatsapp.send_message({ to = 15551234567, body = 'a "b"\n\\ \0\27 \u{1F600} ]]', preview_url = true })
pcall(whatsapp["default"].send_template, {
  to = "15551234567", template_name = "none", ["end"] = 1, ["two words"] = { { 1, 2.5, -3 }, {} },
})
pcall(app.integrations.whatsapp["no such"].send_message, "by position", 7)
whatsapp.get_current_user()`;

it("a call copied as Lua makes the same call again, whatever its arguments", async () => {
  const { rows } = await runLua(SCRIPT);
  expect(rows).toHaveLength(4);
  for (const row of rows) {
    const again = await runLua(`pcall(function() ${callAsLua(row)} end)`);
    expect(again.error).toBeNull();
    expect(again.rows.map(({ path, args, error }) => ({ path, args, error }))).toEqual([
      { path: row.path, args: row.args, error: row.error },
    ]);
  }
});
