import { describe, expect, test } from "vitest";
import { loadExplainCall } from "../../../src/app/explain-calls";
import { whatsapp } from "../../../src/integrations/whatsapp";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { withAccounts } from "../../../src/integrations/whatsapp/simulator/page";
import { runLua } from "../../support/run-lua";

const names = whatsapp.functions.map(({ name }) => name);

describe("paths", () => {
  test.each([
    ["whatsapp.get_current_user", "default"],
    ["whatsapp.default.get_current_user", "default"],
    ["whatsapp.support.get_current_user", "support"],
    ['whatsapp["support"].get_current_user', "support"],
    ['whatsapp["sup" .. "port"].get_current_user', "support"],
    ["whatsapp.sales.whatsapp_get_current_user", "sales"],
    ["whatsapp.whatsapp_get_current_user", "default"],
    ["whatsapp.default.whatsapp_get_current_user", "default"],
    ["whatsapp.berlin.get_current_user", "berlin"],
  ])("app.integrations.%s speaks for %s", async (path, account) => {
    const world = withAccounts(seedWorld(), ["berlin"]);
    const { error, rows } = await runLua(`assert(app.integrations.${path}().id)`, { world });
    expect(error).toBeNull();
    expect(rows).toMatchObject([{ account, name: "get_current_user", group: "whatsapp", status: "ok" }]);
  });

  test.each(names)("%s answers to both its names", async (name) => {
    const { output } = await runLua(
      `for _, f in ipairs { "${name}", "whatsapp_${name}" } do print(select(2, pcall(app.integrations.whatsapp[f]))) end`,
    );
    expect(output).not.toContain("Unknown function");
  });

  test("indexing never fails, and calling an unknown path says what was called", async () => {
    expect((await runLua("local x = app.a.b.c.d.e")).error).toBeNull();
    const { error } = await runLua("\napp.integrations.slack.post{}");
    expect(error?.message).toBe("order.lua:2: Unknown function: app.integrations.slack.post");
  });

  test.each([
    ["app.integrations.whatsapp.send_mesage", "send_message"],
    ["app.integrations.whatsapp.support.list_contact", "list_contacts"],
    ["app.integrations.whatsapp.GET_MESSAGE", "get_message"],
    ["app.integrations.whatsapp.whatsapp_send_templat", "send_template"],
  ])("%s suggests the nearest function first, then all others", async (path, nearest) => {
    const { error } = await runLua(`${path}{}`);
    const [before, list = ""] = (error?.message ?? "").split(". Did you mean: ");
    expect(before).toBe(`order.lua:1: Unknown function: ${path}`);
    expect(list.split(", ")[0]).toBe(nearest);
    expect(list.split(", ").sort()).toEqual([...names].sort());
  });

  test("an account that does not exist is an unknown namespace", async () => {
    const { error } = await runLua("app.integrations.whatsapp.nobody.send_message{}");
    expect(error?.message).toBe(
      "order.lua:1: Unknown function: app.integrations.whatsapp.nobody.send_message",
    );
  });
});

describe("refused before a request is made", () => {
  test.each([
    ["send_message{ body = 'x' }", 'Recipient "to" is required.'],
    ["send_message{ to = '', body = 'x' }", 'Recipient "to" is required.'],
    ["send_message{ to = '0', body = 'x' }", 'Recipient "to" is required.'],
    ["send_message()", 'Recipient "to" is required.'],
    ["send_message{ to = '15551234567' }", 'Message "body" is required.'],
    ["send_message('15551234567', 'Hi')", 'Recipient "to" is required.'],
    ["send_message(nil, { to = '15551234567', body = 'Hi' })", 'Recipient "to" is required.'],
    ["send_message(print, {})", 'Recipient "to" is required.'],
    ["send_message({}, '15551234567', 'Hi')", 'Recipient "to" is required.'],
    ["send_template{ to = '15551234567' }", "template_name is required."],
    ["send_template{ template_name = 'x' }", 'Recipient "to" is required.'],
    ["get_message{}", "message_id is required."],
    ["get_message('wamid.x')", "message_id is required."],
  ])("%s: %s", async (call, message) => {
    const { error, rows } = await runLua(`\n\napp.integrations.whatsapp.${call}`);
    expect(error?.message).toBe(`order.lua:3: ${message}`);
    expect(error?.line).toBe(3);
    expect(rows).toMatchObject([{ status: "error", error: message, request: null, line: 3 }]);
  });

  test("pcall gets the message", async () => {
    const { output } = await runLua("print(pcall(app.integrations.whatsapp.get_message, {}))");
    expect(output).toMatch(/^false\t.*message_id is required\.$/);
  });

  test.each(["{ to = {}, body = 'x' }", "{ to = '15551234567', body = {} }"])(
    "a table in place of text names the parameter: %s",
    async (argument) => {
      const { error } = await runLua(`app.integrations.whatsapp.send_message${argument}`);
      expect(error?.message).toMatch(/^order\.lua:1: Parameter "(to|body)" must be a string, got a table/);
    },
  );
});

describe("arguments", () => {
  const sentBody = async (call: string): Promise<unknown> => {
    const { error, rows } = await runLua(`app.integrations.whatsapp.${call}`);
    expect(error).toBeNull();
    return JSON.parse(rows[0]?.request?.body ?? "null");
  };

  test("anything after the table is ignored", async () => {
    const call = 'send_message({ to = "15551234567", body = "Hi", preview_url = true }, "x", print)';
    expect(await sentBody(call)).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "15551234567",
      type: "text",
      text: { preview_url: true, body: "Hi" },
    });
  });

  test("a number is sent as its digits, unknown keys are ignored", async () => {
    expect(await sentBody('send_message{ to = 15551234567, body = 42, colour = "red" }')).toMatchObject({
      to: "15551234567",
      text: { body: "42", preview_url: false },
    });
  });

  test("components may be JSON text", async () => {
    const components =
      '[{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]';
    const call = `send_template{ to = "15551234567", template_name = "order_update", components = '${components}' }`;
    expect(await sentBody(call)).toMatchObject({ template: { components: JSON.parse(components) } });
  });

  test("empty components are left out, and the language defaults to en", async () => {
    const world = seedWorld();
    const { rows } = await runLua(
      'pcall(app.integrations.whatsapp.send_template, { to = "15551234567", template_name = "hello_world", components = {} })',
      { world },
    );
    expect(JSON.parse(rows[0]?.request?.body ?? "").template).toEqual({
      name: "hello_world",
      language: { code: "en" },
    });
  });

  test("an empty language is sent unchanged", async () => {
    const call = "send_template{ to = '15551234567', template_name = 'hello_world', language = '' }";
    const { rows, error } = await runLua(`app.integrations.whatsapp.${call}`);
    expect(JSON.parse(rows[0]?.request?.body ?? "").template.language).toEqual({ code: "" });
    expect(error?.message).toContain("WhatsApp API error (400): ");
  });

  test("positional values are lost, and the call's row says so", async () => {
    const { rows, error } = await runLua(
      'app.integrations.whatsapp.list_templates(2) app.integrations.whatsapp.get_message("x", print)',
    );
    expect(error?.message).toBe("order.lua:1: message_id is required.");
    expect(new URL(rows[0]?.request?.url ?? "").searchParams.get("limit")).toBe("100");
    expect(rows.map(({ args }) => args)).toEqual([[2], ["x", "function"]]);
    const explain = await loadExplainCall();
    expect(rows.map((row) => explain(row)?.text)).toEqual([
      expect.stringContaining("Pass one table: list_templates{ limit = …, after = … }."),
      expect.stringContaining("Pass one table: get_message{ message_id = … }."),
    ]);
  });

  test("a limit may be a numeric string", async () => {
    const { rows, error } = await runLua('app.integrations.whatsapp.list_contacts{ limit = "2" }');
    expect(error).toBeNull();
    expect(new URL(rows[0]?.request?.url ?? "").searchParams.get("limit")).toBe("2");
  });
});
