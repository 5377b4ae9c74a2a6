import { expect, test } from "vitest";
import { runLua } from "../../support/run-lua";

test("a path of any length is an unknown function and does not break the run", async () => {
  const { error, result } = await runLua(`
    local ns = app
    for i = 1, 200 do ns = ns["step" .. i] end
    local ok, message = pcall(ns)
    return ok, message:match("Unknown function: app%.step1%.step2") ~= nil`);
  expect(error).toBeNull();
  expect(result).toEqual([false, true]);
});

test("calling app itself names app", async () => {
  const { error } = await runLua("app()");
  expect(error?.message).toMatch(/^[\w.]+:1: Unknown function: app$/);
});

test("a limit that is not a sensible whole number is refused before any request", async () => {
  const { error, rows } = await runLua('app.integrations.whatsapp.list_contacts{ limit = "1e999" }');
  expect(error?.message).toMatch(/Parameter "limit" must be an integer, got the string "1e999"\.$/);
  expect(rows.map((row) => row.request)).toEqual([null]);
});

test("endlessly nested JSON components are refused", async () => {
  const { error } = await runLua(`
    local deep = ("["):rep(100000) .. ("]"):rep(100000)
    app.integrations.whatsapp.send_template{ to = "15551234567", template_name = "hello_world", components = deep }`);
  expect(error?.message).toMatch(/:3: Parameter "components" must be an array/);
});

test("huge arguments are sent in full but cut in the call's row", async () => {
  const { rows } = await runLua('pcall(app.integrations.whatsapp.get_message, ("é"):rep(400000))');
  expect(JSON.stringify(rows).length).toBeLessThan(2_000_000);
  expect(rows).toHaveLength(1);
});

test("a script can wait by watching the clock, and its world moves on", async () => {
  const { error, result } = await runLua(`
    local wa = app.integrations.whatsapp
    local id = wa.send_message{ to = "15551234567", body = "Hi" }.messages[1].id
    local start = os.time()
    while os.time() < start + 120 do end
    return os.time() - start >= 120, wa.get_message{ message_id = id }.messages[1].message_status`);
  expect(error).toBeNull();
  expect(result).toEqual([true, "read"]);
});
