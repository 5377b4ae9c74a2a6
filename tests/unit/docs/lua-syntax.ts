import { spawnSync } from "node:child_process";

/** True when a Lua 5.4 compiler is installed. */
export const hasLuac = spawnSync("luac5.4", ["-v"]).status === 0;

/** What luac says against a chunk; null when it compiles. */
export function syntaxError(source: string): string | null {
  const run = spawnSync("luac5.4", ["-p", "-"], { input: source, encoding: "utf8" });
  return run.status === 0 ? null : run.stderr;
}

/** The fenced `lua` blocks of a Markdown text. */
export function luaBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}
