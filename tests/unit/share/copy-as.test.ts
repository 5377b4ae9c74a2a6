import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { asCommandLine, asMarkdown, asToolCall } from "../../../src/share/copy-as";

const script = { name: "it's.lua", source: "print('it''s', \"$HOME\", `x`)\nreturn [[\\n```]]" };

describe("a script copied as", () => {
  it("Markdown stays one block, whatever it contains", () => {
    expect(asMarkdown(script)).toBe(`\`it's.lua\`\n\n\`\`\`\`lua\n${script.source}\n\`\`\`\`\n`);
    expect(asMarkdown({ name: "a.lua", source: "print(1)\n" })).toBe("`a.lua`\n\n```lua\nprint(1)\n```\n");
  });

  it("a tool call is JSON with the text", () => {
    expect(JSON.parse(asToolCall(script))).toEqual({
      name: "execute_lua",
      arguments: { code: script.source },
    });
  });

  it("a command line passes the shell unchanged", () => {
    const line = asCommandLine(script).replace(/^kosmokrator/, "printf '%s\\0'");
    const words = execFileSync("sh", ["-c", line], { encoding: "utf8" }).split("\0");
    expect(words).toEqual(["integrations:lua", "--eval", script.source, "--json", ""]);
  });
});
