/** Every mark of a script. What is said of syntax, pasted text and unknown globals is long, and most scripts need none of it. */
import type { LanguageContext } from "../context";
import { checkScript, inOrder } from "./checks";
import type { Diagnostic } from "./diagnostic";
import { checkGlobals } from "./globals";
import { checkPasted } from "./pasted";
import { checkSyntax } from "./syntax";

/**
 * Everything that is surely wrong with a script, and hints on habits, in the order of the text. In a text that takes too
 * much work some checks are left out, which a mark in its first line says.
 */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  return inOrder(source, () =>
    checkPasted(source, (text) => checkScript(text, context, [checkSyntax, checkGlobals])),
  );
}
