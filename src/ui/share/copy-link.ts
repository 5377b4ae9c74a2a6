/** The link that carries the current script, onto the clipboard. */
import type { Playground } from "../../app/playground";
import { messageOf } from "../../shared/message-of";
import type { Shell } from "../shell";
import { putLink } from "./put-link";

/**
 * Copies a link with the current script and, unless `bare`, with the simulated world when something has happened in it. One
 * that would be too long is refused, and other ways are offered. Says how it went; never rejects.
 */
export async function copyLink(playground: Playground, shell: Shell, bare = false): Promise<void> {
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
    notices.show({ tone: "error", text: `${name} was not copied as a link: ${messageOf(error)}.` });
    return;
  }
  if (!(await putLink(shell, url))) return;
  notices.show({
    tone: "success",
    text:
      shared.world === null
        ? `Link copied. It carries ${name}, and nothing else.`
        : `Link copied. It carries ${name} and the simulated world as it is now.`,
    ...(shared.world === null
      ? {}
      : { action: { label: "Leave the world out", run: () => void copyLink(playground, shell, true) } }),
  });
}
