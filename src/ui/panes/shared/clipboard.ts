import type { NoticesModel } from "../../../app/notices";

/** Copies a text and returns whether it worked. If refused, a notice says what to do. */
export async function copyText(notices: NoticesModel, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    notices.error("The browser blocked copying. Select the text and copy it with the keyboard.");
    return false;
  }
}
