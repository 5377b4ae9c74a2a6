/** The link to the lesson that is open, onto the clipboard. */
import type { Playground } from "../../app/playground";
import type { Shell } from "../shell";

/** Copies the link and says so; where copying is refused it is shown. Nothing happens before the lessons are there. */
export async function copyLessonLink({ lessons, notices }: Playground, shell: Shell): Promise<void> {
  const model = lessons.model.peek();
  if (model === null) return;
  const { url, fromFile } = model.link();
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    shell.sharing.value = { kind: "link", url };
    return;
  }
  notices.show({
    tone: "success",
    text: fromFile
      ? "Link copied. It opens the lesson where this course is known: hand out the course's file too."
      : "Link copied. It opens this lesson.",
  });
}
