/** Links to the current script and to the open lesson, onto the clipboard. */
import { messageOf } from "../../shared/message-of";
import type { PageState } from "../commands/command";
import type { Shell } from "../shell";

/**
 * Copies a link that carries the current script and, unless `bare`, the simulated world if something has happened in it.
 * Refuses one that would be too long, and offers other ways. Says how it went; never rejects.
 */
export async function copyLink(page: PageState, bare = false): Promise<void> {
  const { playground, shell } = page;
  const { scripts, world, notices } = playground;
  const { name, source } = scripts.current.peek();
  const shared = { name, source, world: bare || world.pristine.peek() ? null : world.world.peek() };
  let url: string;
  try {
    const { LONGEST_LINK, linkFragment } = await import("../../share/link");
    url = new URL(await linkFragment(shared), location.href).href;
    if (url.length > LONGEST_LINK) {
      shell.sharing.value = { kind: "too long", length: url.length, shared };
      return;
    }
  } catch (error) {
    notices.error(`${name} was not copied as a link: ${messageOf(error)}.`);
    return;
  }
  if (!(await putLink(shell, url))) return;
  if (shared.world === null) {
    notices.success(`Link copied. It carries ${name}, and nothing else.`);
    return;
  }
  notices.success(`Link copied. It carries ${name} and the simulated world as it is now.`, {
    label: "Leave the world out",
    run: () => void copyLink(page, true),
  });
}

/** Copies the link to the open lesson and says so. Does nothing before the lessons have been loaded. */
export async function copyLessonLink({ playground, shell }: PageState): Promise<void> {
  const model = playground.lessons.model.peek();
  if (model === null) return;
  const { url, fromFile } = model.link();
  if (!(await putLink(shell, url))) return;
  playground.notices.success(
    fromFile
      ? "Link copied. It opens the lesson where this course is known: hand out the course's file too."
      : "Link copied. It opens this lesson.",
  );
}

/** Returns whether the link is on the clipboard. Where copying is refused, shows it to be copied by hand. */
async function putLink(shell: Shell, url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    shell.sharing.value = { kind: "link", url };
    return false;
  }
}
