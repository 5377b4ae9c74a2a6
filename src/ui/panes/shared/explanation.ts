import type { ScriptError } from "../../../runtime/host";
import { newIn } from "../../../shared/new-in";
import { useLanguage } from "../../use-language";

/** The editor's explanation of an error's line, once available. `null` if it adds nothing to the error's words. */
export function useExplanation(
  source: string | undefined,
  { message, line }: Pick<ScriptError, "message" | "line">,
): string | null {
  const found = useLanguage("advice", source, line);
  if (found === null || found.source !== source || found.at !== line) return null;
  return newIn(message, found.answer);
}
