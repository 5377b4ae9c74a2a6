/** The fenced `lua` blocks of a Markdown text. */
export function luaBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}
