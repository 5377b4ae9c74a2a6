/** The scripts of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import type { NoticesModel } from "./playground";
import { type OpenScripts, openScripts, type ScriptsParts } from "./scripts";
import { browserSettingsStorage } from "./settings";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";
import { unsavedScripts } from "./unsaved-scripts";

const NAME = "lua-agent-playground-scripts";

/** Opens the scripts kept in this browser; `welcome` gives what a first visit shows. Never rejects. */
export async function openBrowserScripts(
  notices: NoticesModel,
  welcome: ScriptsParts["welcome"],
): Promise<OpenScripts> {
  // Not `randomUUID`: that one exists on https and localhost only.
  const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
  const unsaved = unsavedScripts(browserSettingsStorage(), newId());
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
    newId,
    leftBehind: unsaved.found,
  });
  const settle = () => {
    if (scripts.unsaved().length === 0) unsaved.leave([]);
  };
  const save = () => {
    unsaved.leave(scripts.unsaved());
    void scripts.flush().then(settle);
  };
  if (unsaved.found.length > 0) {
    void scripts.flush().then(() => {
      if (scripts.unsaved().length === 0) unsaved.forgetFound();
    });
  }
  // A phone closes pages without another word: hidden is the last moment one can count on.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, save);
  return scripts;
}
