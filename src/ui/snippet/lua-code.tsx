import { useMemo } from "preact/hooks";
import { LUA_CONSTANTS, LUA_KEYWORDS } from "../../shared/lua-keywords";
import "./lua-code.css";

/** Lua text with its syntax coloured. */
export function LuaCode({ source }: { source: string }) {
  const tokens = useMemo(() => luaTokens(source), [source]);
  return (
    <code>
      {tokens.map(({ kind, text }, index) =>
        kind === "space" || kind === "name" || kind === "symbol" ? (
          text
        ) : (
          <span class={`lua-${kind}`} key={index}>
            {text}
          </span>
        ),
      )}
    </code>
  );
}

/** A coloured piece of Lua text. */
interface LuaToken {
  readonly kind: "comment" | "string" | "number" | "keyword" | "constant" | "name" | "symbol" | "space";
  readonly text: string;
}

// In order: the first that matches at a place wins. Lua 5.4 reference manual §3.1.
const RULES: readonly (readonly [LuaToken["kind"], RegExp])[] = [
  ["space", /\s+/y],
  ["comment", /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)/y],
  ["comment", /--[^\n]*/y],
  ["string", /\[(=*)\[[\s\S]*?(?:\]\1\]|$)/y],
  ["string", /"(?:\\[\s\S]|[^"\\\n])*"?/y],
  ["string", /'(?:\\[\s\S]|[^'\\\n])*'?/y],
  ["number", /0[xX][\da-fA-F]*(?:\.[\da-fA-F]*)?(?:[pP][+-]?\d+)?/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["name", /[A-Za-z_]\w*/y],
  ["symbol", /[\s\S]/y],
];

/**
 * Cuts Lua text into pieces for colouring; joining the pieces gives the text back. Never fails: docs hold fragments.
 *
 * @internal
 */
export function luaTokens(source: string): readonly LuaToken[] {
  const tokens: LuaToken[] = [];
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(source: string, at: number): LuaToken {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = at;
    const text = rule.exec(source)?.[0];
    if (text === undefined || text === "") continue;
    return { kind: kind === "name" ? nameKind(text) : kind, text };
  }
  return { kind: "symbol", text: source.slice(at) };
}

function nameKind(name: string): LuaToken["kind"] {
  if (LUA_CONSTANTS.has(name)) return "constant";
  return LUA_KEYWORDS.has(name) ? "keyword" : "name";
}
