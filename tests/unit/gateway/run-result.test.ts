import { expect, test } from "vitest";
import { type EndedRun, returnedText, runResultText } from "../../../src/gateway/run-result";
import { runLua } from "../../support/run-lua";

/** Runs a script, and returns its result object as JSON text. */
async function resultText(source: string): Promise<string> {
  const { error, rows, output, memoryBytes, ...returned } = await runLua(source);
  const run: EndedRun = {
    ...{ script: "order.lua", mode: "mock", output, calls: rows, elapsedMs: 12.3456, memoryBytes },
    ...{ error: error?.message ?? null, returned },
  };
  return runResultText(run);
}

test("a run that succeeded, as the host prints it", async () => {
  const text = await resultText('print("a") print("b") return 42, nil, { x = {} }');
  expect(text).toMatch(/^\{\n {4}"success": true,\n/);
  expect(JSON.parse(text)).toEqual({
    success: true,
    output: "a\nb",
    error: null,
    result: [42, null, { x: [] }],
    execution_time_ms: 12.3,
    memory_usage: expect.any(Number),
    integration_calls: [],
    meta: { script: "order.lua", mode: "mock" },
  });
});

test("a run that failed has neither result nor memory", async () => {
  expect(JSON.parse(await resultText('error("no tea", 0)'))).toMatchObject({
    ...{ success: false, error: "no tea", result: null, memory_usage: null },
  });
});

test("calls are rows of the host's log", async () => {
  const text = await resultText(`
    local wa = app.integrations.whatsapp
    wa.support.get_current_user()
    for _, f in ipairs{ wa.get_message, wa.send_mesage, app.integrations.slack.post, app.x, app } do pcall(f, {}) end`);
  expect(JSON.parse(text).integration_calls).toEqual([
    {
      ...{ path: "integrations.whatsapp.support.get_current_user", durationMs: expect.any(Number) },
      ...{ status: "ok", icon: "ph:user-circle", name: "Get Current User", group: "whatsapp" },
    },
    {
      ...{ path: "integrations.whatsapp.get_message", durationMs: expect.any(Number), status: "error" },
      ...{ error: "message_id is required.", icon: "ph:chat-circle-text", name: "Get Message" },
      group: "whatsapp",
    },
    {
      ...{ path: "integrations.whatsapp.send_mesage", durationMs: expect.any(Number), status: "error" },
      error: expect.stringContaining(
        "Unknown function: app.integrations.whatsapp.send_mesage. Did you mean:",
      ),
      group: "whatsapp",
    },
    {
      ...{ path: "integrations.slack.post", durationMs: expect.any(Number), status: "error" },
      ...{ error: "Unknown function: app.integrations.slack.post", group: "slack" },
    },
    {
      ...{ path: "x", durationMs: expect.any(Number), status: "error" },
      ...{ error: "Unknown function: app.x", group: "x" },
    },
    {
      ...{ path: "", durationMs: expect.any(Number), status: "error" },
      ...{ error: "Unknown function: app", group: "" },
    },
  ]);
  for (const call of JSON.parse(text).integration_calls)
    expect(String(call.durationMs)).toMatch(/^\d+(\.\d)?$/);
});

test("integers keep their digits, and text that looks like them stays text", async () => {
  const source = `print('"result": null')
    return math.maxinteger, { big = { math.mininteger, 2^53 } }, "9223372036854775807", "a\\n\\"b"`;
  const text = await resultText(source);
  expect(text).toContain(
    [
      '    "result": [',
      "        9223372036854775807,",
      "        {",
      '            "big": [',
      "                -9223372036854775808,",
      "                9007199254740992",
      "            ]",
      "        },",
      '        "9223372036854775807",',
      '        "a\\n\\"b"',
      "    ],",
    ].join("\n"),
  );
  expect(JSON.parse(text).output).toBe('"result": null');
});

test("returned values are one indented array", async () => {
  expect(returnedText(await runLua('return 1, "a", nil, { 2 }, {}'))).toBe(
    '[\n    1,\n    "a",\n    null,\n    [\n        2\n    ],\n    []\n]',
  );
  expect(returnedText(await runLua("return math.maxinteger"))).toBe("[\n    9223372036854775807\n]");
});
