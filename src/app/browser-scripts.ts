/** The scripts of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import type { NoticesModel } from "./playground";
import { type OpenScripts, openScripts, type ScriptsParts } from "./scripts";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";

const NAME = "lua-agent-playground-scripts";

/** Opens the scripts kept in this browser; `welcome` gives what a first visit shows. Never rejects. */
export async function openBrowserScripts(
  notices: NoticesModel,
  welcome: ScriptsParts["welcome"],
): Promise<OpenScripts> {
  const scripts = await openScripts({
    store: idbStore(NAME),
    notices,
    welcome,
    tabs: browserTabChannel(NAME),
    later(work, ms) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    // Not `randomUUID`: that one exists on https and localhost only.
    newId: () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join(""),
  });
  // A phone closes pages without another word: hidden is the last moment one can count on.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void scripts.flush();
  });
  // A reload goes on while the write does: at `pagehide` the browser would drop it halfway.
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, () => void scripts.flush());
  return scripts;
}
