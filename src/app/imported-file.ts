/** Reads a `.json` file that a person picked. Error messages begin with the file's name. */
import { messageOf } from "../shared/message-of";
import type { Result } from "../shared/result";

/** Bytes. A world with 10,000 messages has about 10 MB. */
const LARGEST = 64 * 1024 * 1024;

/** Why the file `name` couldn't be imported. `why` is a sentence that continues in lower case. */
export function notImported(name: string, why: string): Result<never> {
  return { ok: false, message: `Couldn't import ${name}: ${why}` };
}

/** The file's text. Never rejects. */
export async function importedText(file: File): Promise<Result<string>> {
  if (file.size > LARGEST) return notImported(file.name, "it is larger than 64 MB.");
  try {
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch (error) {
    const why =
      error instanceof TypeError ? "it isn't UTF-8 text." : `it can't be read (${messageOf(error)}).`;
    return notImported(file.name, why);
  }
}

/** Parses the text of the file `name`. Does not check the document. */
export function importedJson(name: string, text: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return notImported(name, `it isn't JSON (${messageOf(error)}).`);
  }
}
