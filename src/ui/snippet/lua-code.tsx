import { useMemo } from "preact/hooks";
import { lex } from "../../language/lexer";
import { LUA_CONSTANTS } from "../../shared/lua-keywords";
import "./lua-code.css";

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

interface LuaToken {
  readonly kind: "comment" | "string" | "number" | "keyword" | "constant" | "name" | "symbol" | "space";
  readonly text: string;
}

/** Splits Lua text for colouring. The pieces joined are the text. Never fails, since docs contain fragments. @internal */
export function luaTokens(source: string): readonly LuaToken[] {
  return lex(source).map(({ kind, text }) => {
    if (kind === "keyword" && LUA_CONSTANTS.has(text)) return { kind: "constant", text };
    return { kind: kind === "op" || kind === "unknown" ? "symbol" : kind, text };
  });
}
