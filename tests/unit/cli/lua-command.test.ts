import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { withAccounts } from "../../../src/integrations/whatsapp/simulator/page";

const launcher = fileURLToPath(new URL("../../../tools/cli.mjs", import.meta.url));
let folder = "";

/** `npm run lua` as a process of its own; without `input` nothing is piped in. */
function lua(args: readonly string[], input?: string) {
  return new Promise<{ out: string; error: string; code: number | null }>((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, "lua", ...args], {
      cwd: folder,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    let out = "";
    let error = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      error += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ out, error, code }));
    child.stdin?.end(input);
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lua-command-"));
  await writeFile(
    join(folder, "order.lua"),
    'print("a", 1)\nlocal function fail() error("no tea") end\nfail()\n',
  );
  await writeFile(join(folder, "world.json"), JSON.stringify(withAccounts(seedWorld(), ["harbour"])));
  // The first command builds; the others find it built.
  await lua(["--help"]);
});
afterAll(() => rm(folder, { recursive: true }));

describe("npm run lua", () => {
  test("prints what the script prints, then its values as one array", async () => {
    expect(await lua(["--eval", 'print("a", { 1 }) return 42, nil, { b = { "c" } }, {}'])).toEqual({
      out: `a\t[\n  1\n]\n${JSON.stringify([42, null, { b: ["c"] }, []], null, 4)}\n`,
      error: "",
      code: 0,
    });
  });

  test("--seed fixes the order of pairs, and the same seed prints the same result", async () => {
    const code =
      'local t = {} for _, k in ipairs{"a", "b", "c", "d", "e", "f", "g", "h"} do t[k] = 1 end for k in pairs(t) do print(k) end print(math.random(1 << 40), t)';
    const [one, again, two] = await Promise.all(
      ["1", "1", "2"].map((seed) => lua(["--seed", seed, "-e", code])),
    );
    expect(again).toEqual(one);
    expect(two?.out).not.toBe(one?.out);
    expect((await lua(["--seed", "x", "-e", "return 1"])).error).toContain("--seed must be a whole number");
  });

  test("takes the agent host's options", async () => {
    const options = ["--memory-limit", "4194304", "--cpu-limit", "9"];
    const { code, error } = await lua([...options, "-e", 'return ("x"):rep(8 * 1024 * 1024)']);
    expect(error).toContain("not enough memory");
    expect(code).toBe(1);
    expect((await lua(["--cpu-limit", "0.2", "-e", "while true do end"])).error).toContain(
      "Lua timeout error",
    );
  });

  test("an error goes to standard error with the script's lines, and the exit code is 1", async () => {
    const { out, error, code } = await lua(["order.lua"]);
    expect(out).toBe("a\t1\n");
    expect(error).toMatch(
      /^order\.lua:2: no tea\nstack traceback:\n\torder\.lua:2: in .*'fail'\n\torder\.lua:3: in main chunk\n$/,
    );
    expect(code).toBe(1);
  });

  test("--json prints only the result object", async () => {
    const { out, code } = await lua([
      "--json",
      "--eval",
      'print("a") print("b") app.integrations.whatsapp.get_current_user() app.integrations.whatsapp.get_message{}',
    ]);
    const message = "message_id is required.";
    expect(JSON.parse(out)).toEqual({
      success: false,
      output: "a\nb",
      error: `eval:1: ${message}`,
      result: null,
      execution_time_ms: expect.any(Number),
      memory_usage: null,
      integration_calls: [
        {
          path: "integrations.whatsapp.get_current_user",
          durationMs: expect.any(Number),
          status: "ok",
          icon: "ph:user-circle",
          name: "Get Current User",
          group: "whatsapp",
        },
        {
          path: "integrations.whatsapp.get_message",
          durationMs: expect.any(Number),
          status: "error",
          error: message,
          icon: "ph:chat-circle-text",
          name: "Get Message",
          group: "whatsapp",
        },
      ],
      meta: { script: "eval", mode: "mock" },
    });
    expect(code).toBe(1);
  });

  test.each([[["-"]], [[]]])("standard input is a script: %j", async (args) => {
    expect(await lua(args, "return 1 + 1")).toEqual({ out: "[\n    2\n]\n", error: "", code: 0 });
  });

  test("--trace writes each step as a line of JSON, with the result object last", async () => {
    await writeFile(
      join(folder, "steps.lua"),
      [
        "local function greet(name)",
        '  local text = "Hi " .. name',
        '  return app.integrations.whatsapp.send_message{ to = "15551234567", body = text }',
        "end",
        'local ok = pcall(greet, "Ann")',
        'local failed, why = pcall(error, "no tea", 0)',
        "print(ok, why)",
      ].join("\n"),
    );
    const { out, code } = await lua(["steps.lua", "--trace", "steps.jsonl", "--trace-locals"]);
    expect({ out, code }).toEqual({ out: "true\tno tea\n", code: 0 });
    const trace = (await readFile(join(folder, "steps.jsonl"), "utf8")).trim().split("\n");
    const main = { depth: 0, thread: 0 };
    const inside = { depth: 1, thread: 0 };
    expect(trace.map((line) => JSON.parse(line))).toEqual([
      { step: 1, event: "call", line: 0, ...main, name: "main chunk" },
      { step: 2, event: "line", line: 4, ...main, locals: {} },
      { step: 3, event: "line", line: 5, ...main, locals: { greet: "function (line 1)" } },
      { step: 4, event: "call", line: 1, ...inside, name: "greet" },
      { step: 5, event: "line", line: 2, ...inside, locals: { name: "Ann" } },
      { step: 6, event: "line", line: 3, ...inside, locals: { text: "Hi Ann" } },
      {
        ...{ step: 7, event: "request", line: 3, ...inside, status: 200, ok: true },
        path: "app.integrations.whatsapp.send_message",
      },
      { step: 8, event: "return", line: 3, ...inside, name: "greet" },
      { step: 9, event: "line", line: 6, ...main, locals: { ok: true } },
      { step: 10, event: "line", line: 7, ...main, locals: { failed: false, why: "no tea" } },
      { step: 11, event: "print", line: 7, ...main, text: "true\tno tea" },
      { step: 12, event: "return", line: 7, ...main, name: "main chunk" },
      { step: 13, event: "end", result: expect.objectContaining({ success: true, output: "true\tno tea" }) },
    ]);
  });

  test("--trace reports errors, caught or not", async () => {
    const code = "pcall(function()\n  local t\n  return t.x\nend)\nerror({ code = 7 })";
    const { out, code: exit } = await lua(["--trace", "-", "-e", code]);
    const errors = out.split("\n").filter((line) => line.includes('"error"') && !line.includes('"end"'));
    expect(errors.map((line) => JSON.parse(line))).toMatchObject([
      { line: 1, message: expect.stringContaining("attempt to index a nil value (local 't')"), caught: true },
      { message: { code: 7 }, caught: false },
    ]);
    expect(exit).toBe(1);
  });

  test("--break prints the stack when a line is about to run and its condition is true", async () => {
    const code = "local sum = 0\nfor i = 1, 5 do\n  sum = sum + i\nend\nreturn sum";
    const { out } = await lua(["--break", "3:i % 2 == 0 and sum > 1", "-e", code]);
    expect(out).toBe(
      [
        ...["Line 3, step 10", "  main chunk, line 3", "    sum = 6", "    i = 4"],
        ...["[", "    15", "]", ""],
      ].join("\n"),
    );
    const refused = await lua(["--break", "3:print(i)", "-e", code]);
    expect(refused.error).toMatch(/^--break 3:print\(i\): .*call/);
    expect((await lua(["--break", "x", "-e", code])).code).toBe(2);
  });

  test("--account makes accounts callable", async () => {
    const code =
      "return app.integrations.whatsapp.berlin.get_current_user().id ~= app.integrations.whatsapp.madrid.get_current_user().id";
    const run = await lua(["--account", "berlin", "--account", "madrid", "--eval", code]);
    expect(run).toEqual({ out: "[\n    true\n]\n", error: "", code: 0 });
  });

  test("--world starts from that world", async () => {
    const code = "return app.integrations.whatsapp.harbour.get_current_user().id ~= nil";
    expect((await lua(["--world", "world.json", "--eval", code])).out).toBe("[\n    true\n]\n");
  });

  test("--world accepts the name of a preset world", async () => {
    const code = "return app.integrations.whatsapp.list_contacts({ limit = 1 }).data[1].profile_name";
    expect((await lua(["--world", "clinic", "--eval", code])).out).toBe('[\n    "Amelia Hart"\n]\n');
    expect((await lua(["--world", "clinik", "--eval", code])).error).toContain(
      "Preset worlds: shop, clinic, support-desk, empty",
    );
  });

  test("--save-world saves what happened, and the next run continues from there", async () => {
    const wa = "app.integrations.whatsapp";
    const send = `local sent = ${wa}.send_message({ to = "15551234567", body = "Kept" }) error(sent.messages[1].id, 0)`;
    const first = await lua(["--save-world", "kept.json", "--eval", send]);
    expect(first.code).toBe(1);
    const [id] = first.error.split("\n");
    const read = `return ${wa}.get_message({ message_id = "${id}" }).messages[1].text.body`;
    const second = await lua(["--world", "kept.json", "--save-world", "kept.json", "--eval", read]);
    expect(second).toEqual({ out: '[\n    "Kept"\n]\n', error: "", code: 0 });
  });

  test("--save-world names the path it cannot write to", async () => {
    const { error, code } = await lua(["--save-world", "no/such/folder.json", "--eval", "return 1"]);
    expect(error).toContain("--save-world: ENOENT");
    expect(code).toBe(2);
  });

  test("--check reads standard input, prints place, severity and code, and passes without errors", async () => {
    const source = 'local unused = 1\nprnt("x")\n';
    const { out, code } = await lua(["--check", "-"], source);
    expect(out).toBe(
      "stdin:1:7: hint unused-local: `unused` is never read.\nstdin:2:1: warning undefined-global: `prnt` isn't defined. Did you mean `print`?\n",
    );
    expect(code).toBe(0);
  });

  test("--check uses the templates of the given world", async () => {
    const send =
      'return app.integrations.whatsapp.send_template({ to = "15551234567", template_name = "hello_world" })';
    expect((await lua(["--check", "--eval", send])).out).toBe("");
    const { out, code } = await lua(["--check", "--world", "empty", "--eval", send]);
    expect(out).toContain("warning template-");
    expect(code).toBe(0);
  });

  test("an endless loop ends when its CPU time is used up, and keeps its output", async () => {
    const run = await lua(["--cpu", "1", "--eval", 'print("on") pcall(function() while true do end end)']);
    expect(run).toEqual({ out: "on\n", error: "Lua timeout error\n", code: 1 });
  });

  test("a memory bomb ends in a script error", async () => {
    const { error, code } = await lua(["--memory", "4", "--eval", 'local s = ("x"):rep(2^30)']);
    expect(error).toContain("not enough memory");
    expect(code).toBe(1);
  });

  test("output larger than a pipe's buffer arrives complete", async () => {
    const { out } = await lua(["--eval", "for i = 1, 300000 do print(i) end"]);
    expect(out.length).toBe(1_988_895);
    expect(out.endsWith("\n300000\n")).toBe(true);
  });

  test("--check says what is wrong and where", async () => {
    const { out, code } = await lua(["--check", "--eval", "local x =\n"]);
    expect(out).toMatch(
      /^eval:2:1: error syntax: unexpected symbol near <eof>\. A value is missing after `=`\.\n$/,
    );
    expect(code).toBe(1);
    expect((await lua(["--check", "order.lua"])).code).toBe(0);
  });

  test.each([
    [[], "Which script?"],
    [["nowhere.lua"], "nowhere.lua"],
    [["order.lua", "--eval", "return 1"], "not both"],
    [["order.lua", "other.lua"], "One script at a time"],
    [["--frobnicate"], "--frobnicate"],
    [["--cpu", "never", "order.lua"], "--cpu must be a number"],
    [["--memory", "0", "order.lua"], "--memory must be a number"],
    [["--account", "send_message", "order.lua"], "--account send_message: "],
    [["--world", "order.lua", "order.lua"], "order.lua is not JSON"],
  ])("%j is refused with exit code 2: %s", async (args, words) => {
    const { out, error, code } = await lua(args);
    expect(error).toContain(words);
    expect([out, code]).toEqual(["", 2]);
  });
});
