import { Fragment } from "preact";
import { useMemo } from "preact/hooks";
import { colourClass } from "../../editor/line-element";
import { type ColouredNames, carriedNames, colouredNames, paintText } from "../../language/painted-line";
import { useLanguage } from "../use-language";
import "../../editor/code-colours.css";

/** Lua in the editor's colours. Never fails, since docs contain fragments. */
export function LuaCode({ source }: { source: string }) {
  const names = useNames(source);
  const lines = useMemo(() => paintText(source, names, Number.POSITIVE_INFINITY), [source, names]);
  return (
    <code>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && "\n"}
          {line.map(([text, colour], index) =>
            colour === "" ? (
              text
            ) : (
              <span class={colourClass(colour)} key={index}>
                {text}
              </span>
            ),
          )}
        </Fragment>
      ))}
    </code>
  );
}

const NONE: ColouredNames = new Map();

/** Colours of names that need the analyser, once it has answered. Until then, those of unchanged lines. */
function useNames(source: string): ColouredNames {
  const found = useLanguage("semanticTokens", source);
  return useMemo(
    () => (found === null ? NONE : carriedNames(colouredNames(found.answer), found.source, source)),
    [found, source],
  );
}
