import { applyEdits } from "../language/diagnostics/apply-edits";
import type { TextVersion } from "../language/worker/client";
import { cleaningFix, PASTED } from "./cleaning-fix";
import type { EditorOptions } from "./editor";
import { applyEdit } from "./lua-keys";

/**
 * Offers to clean Markdown and foreign characters from text pasted into a textarea. The text around it is left alone, so only
 * marks inside it count.
 *
 * @param text returns the field's text with its version
 */
export async function offerAfterPlainPaste(
  event: ClipboardEvent,
  area: HTMLTextAreaElement,
  text: () => TextVersion,
  { language, onChange, say }: Pick<EditorOptions, "language" | "onChange" | "say">,
): Promise<void> {
  const from = area.selectionStart;
  const length = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").length ?? 0;
  // The text is inserted after this event.
  await new Promise((resolve) => setTimeout(resolve));
  const before = area.value;
  const isAsBefore = () => area.isConnected && !area.hidden && area.value === before;
  const marks = (await language.ask("diagnostics", text())) ?? [];
  const cleaning = cleaningFix(marks.filter(({ start, end }) => end >= from && start <= from + length));
  if (cleaning === null || !isAsBefore()) return;
  const run = () => {
    if (!isAsBefore()) return;
    const cleaned = applyEdits(before, cleaning.edits);
    area.focus();
    const change = {
      start: 0,
      end: before.length,
      text: cleaned,
      anchor: cleaned.length,
      head: cleaned.length,
    };
    applyEdit(area, change, onChange);
  };
  say(PASTED, { label: cleaning.title, run });
}
