/** Links that carry a script: opened with the page, or pasted into the address bar while it is open. */
import { until } from "../../app/until";
import type { SharedScript } from "../../share/link";
import { messageOf } from "../../shared/message-of";
import type { Result } from "../../shared/result";
import type { PageState } from "../commands/command";
import { show } from "../shell";

/** Opens the script in the page's address, now and whenever it changes. Runs and replaces nothing. Returns a function that stops it. */
export function watchLinks(page: PageState): () => void {
  const look = () => {
    const { hash } = location;
    if (!hash.startsWith("#s=")) return;
    // Removed first, so that reloading the page does not open it again.
    history.replaceState(history.state, "", location.pathname + location.search);
    void open(page, hash);
  };
  look();
  addEventListener("hashchange", look);
  return () => removeEventListener("hashchange", look);
}

async function open({ playground, shell }: PageState, hash: string): Promise<void> {
  const { scripts, notices, mode } = playground;
  const failed = (text: string) => notices.error(text);
  let read: Result<SharedScript>;
  try {
    const { readLink } = await import("../../share/link");
    read = await readLink(hash);
  } catch (error) {
    return failed(`Couldn't open the link (${messageOf(error)}). Check your connection and open it again.`);
  }
  if (!read.ok) return failed(read.message);
  const { name, source, world } = read.value;
  mode.set("mock");
  const isNew = scripts.open(name, source);
  const script = scripts.current.peek().name;
  show(shell, "code");
  notices.info(
    isNew
      ? `${script} opened from a link. Read it before you run it.`
      : `You already have this script: ${script}.`,
  );
  if (world === null) return;
  // Replacing the person's own world can only be undone once it has been loaded.
  await until(() => playground.world.world.value !== null);
  shell.sharing.value = { kind: "world", script, world };
}
