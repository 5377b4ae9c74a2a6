/** A `.json` file of the person's, read. What is wrong is a sentence that begins with the file's name. */
import { messageOf } from "../shared/message-of";

/** Bytes. A world with 10,000 messages has about 10 MB. */
const LARGEST = 64 * 1024 * 1024;

export interface NotImported {
  readonly ok: false;
  readonly message: string;
}

/** Why the file named `name` was not taken; `why`: a sentence that goes on in lower case. */
export function notImported(name: string, why: string): NotImported {
  return { ok: false, message: `${name} was not imported: ${why}` };
}

/** The file's text. Never rejects. */
export async function importedText(
  file: File,
): Promise<{ readonly ok: true; readonly text: string } | NotImported> {
  if (file.size > LARGEST) return notImported(file.name, "it is larger than 64 MB.");
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch (error) {
    const why =
      error instanceof TypeError ? "it is not UTF-8 text." : `it cannot be read (${messageOf(error)}).`;
    return notImported(file.name, why);
  }
}

/** The document in the text of a file named `name`, unchecked. */
export function importedJson(
  name: string,
  text: string,
): { readonly ok: true; readonly document: unknown } | NotImported {
  try {
    return { ok: true, document: JSON.parse(text) };
  } catch (error) {
    return notImported(name, `it is no JSON (${messageOf(error)}).`);
  }
}
