/** The link to the lesson that is open, onto the clipboard. */
import type { Playground } from "../../app/playground";
import type { Shell } from "../shell";
import { putLink } from "./put-link";

/** Copies the link and says so; where copying is refused it is shown. Nothing happens before the lessons are there. */
export async function copyLessonLink({ lessons, notices }: Playground, shell: Shell): Promise<void> {
  const model = lessons.model.peek();
  if (model === null) return;
  const { url, fromFile } = model.link();
  if (!(await putLink(shell, url))) return;
  notices.show({
    tone: "success",
    text: fromFile
      ? "Link copied. It opens the lesson where this course is known: hand out the course's file too."
      : "Link copied. It opens this lesson.",
  });
}
