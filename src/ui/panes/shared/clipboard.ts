import type { Playground } from "../../../app/playground";

/** Puts a text on the clipboard; gives whether it worked. A refusal is shown as a notice that says what to do. */
export async function copyText(playground: Playground, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    playground.notices.show({
      tone: "error",
      text: "The browser did not allow copying. Select the text and copy it with the keyboard instead.",
    });
    return false;
  }
}
