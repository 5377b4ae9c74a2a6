import { readFileSync } from "node:fs";

// The user's own page about the WhatsApp namespace, copied as text. Its examples must run unchanged.
const page = readFileSync(new URL("./user-page.txt", import.meta.url), "utf8");
const markdown = between(page, "\nRaw agent markdown\n", "\nMetadata-Derived Lua Example\n");

/** Functions that the page describes. */
export const userFunctions: readonly string[] = [...markdown.matchAll(/^## (\w+)$/gm)].map(
  (match) => match[1] ?? "",
);

/** The page's Lua examples. */
export const userExamples: readonly string[] = luaBlocks(markdown);

/** The page's example with a placeholder phone number, which the API refuses. */
export const placeholderExample = between(page, "\nMetadata-Derived Lua Example\n", "\nFunctions\n");

/** Returns the code of each fenced `lua` block. */
export function luaBlocks(text: string): string[] {
  return [...text.matchAll(/^```lua\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
}

function between(text: string, start: string, end: string): string {
  const [, after, ...more] = text.split(start);
  if (after === undefined || more.length > 0)
    throw new Error(`user-page.txt must contain ${start.trim()} once.`);
  return after.split(end)[0] ?? "";
}
