import { useEffect, useState } from "preact/hooks";
import type { ScriptError } from "../../../runtime/host";
import { repeats } from "../../../shared/repeats";
import { usePage } from "../../page";

/** What the editor says of the line an error points at, once it has looked; `null` if it adds nothing to the error's words. */
export function useExplanation(
  source: string | undefined,
  { message, line }: Pick<ScriptError, "message" | "line">,
): string | null {
  const explain = usePage().shell.explain.value;
  const [found, setFound] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    if (line !== null && source !== undefined)
      void explain?.(source, line).then((text) => wanted && setFound(text));
    return () => {
      wanted = false;
    };
  }, [source, line, explain]);
  return found === null || repeats(message, found) ? null : found;
}
