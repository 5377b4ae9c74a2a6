/** Every mark of a script. What is said of syntax, pasted text and unknown globals is long, and most scripts need none of it. */
import type { LanguageContext } from "../context";
import { checkScript, inOrder } from "./checks";
import type { Diagnostic } from "./diagnostic";
import { checkGlobals } from "./globals";
import { checkPasted } from "./pasted";
import { checkSyntax } from "./syntax";

/**
 * Returns everything that is certainly wrong with a script, and style hints, in the order of the text. For a script that takes
 * too much work, some checks are skipped, and a mark on its first line says so.
 */
export function diagnostics(source: string, context: LanguageContext): Diagnostic[] {
  return inOrder(source, () =>
    checkPasted(source, (text) => checkScript(text, context, [checkSyntax, checkGlobals])),
  );
}
