/** The full editor, as a person at the keyboard has it. */
import type { Page } from "@playwright/test";
import type { AppPage } from "./app-page";

/** The lines that the editor shows, top to bottom; hints that are no part of the text are left out. */
export async function shown(page: Page): Promise<string> {
  const lines = await page.locator(".script-editor .view-line").evaluateAll((elements) =>
    elements
      .map((element) => ({
        top: Number.parseFloat(element.getAttribute("style")?.match(/top:\s*([\d.]+)/)?.[1] ?? "0"),
        text: element.textContent ?? "",
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll("\u00a0", " ")),
  );
  return lines.join("\n").trimEnd();
}

let edited = 0;

/** Opens a script of its own in the full editor, the caret at its end. */
export async function edit(app: AppPage, source: string): Promise<void> {
  await app.fullEditor();
  edited += 1;
  await app.script(source, `edited-${edited}.lua`);
  await app.editor.first().focus();
  await app.page.keyboard.press("Control+End");
}
