import { useEffect, useState } from "preact/hooks";
import { usePage } from "../../page";

/** What the editor says of a line of a script, once it has looked; `null` if it adds nothing to Lua's words. */
export function useExplanation(source: string | undefined, line: number | null): string | null {
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
  return found;
}
