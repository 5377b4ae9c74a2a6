import { useMemo } from "preact/hooks";
import { luaTokens } from "./lua-tokens";
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
