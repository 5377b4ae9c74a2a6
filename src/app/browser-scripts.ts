/** The scripts of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import { browserLater } from "./later";
import { leftBehind, saveBeforeLeaving } from "./left-behind";
import { newId } from "./new-id";
import type { NoticesModel } from "./notices";
import { type OpenScripts, openScripts, type ScriptsParts } from "./scripts";
import { browserSettingsStorage } from "./settings";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";
import { UNSAVED_SCRIPTS, UnsavedScriptsSchema } from "./unsaved-scripts";

const NAME = "lua-agent-playground-scripts";

/** Opens the scripts kept in this browser; `welcome` gives what a first visit shows. Never rejects. */
export async function openBrowserScripts(
  notices: NoticesModel,
  welcome: ScriptsParts["welcome"],
): Promise<OpenScripts> {
  const left = leftBehind(browserSettingsStorage(), UNSAVED_SCRIPTS, newId(), UnsavedScriptsSchema);
  const scripts = await openScripts({
    store: idbStore(NAME),
    notices,
    welcome,
    tabs: browserTabChannel(NAME),
    later: browserLater,
    now: () => Date.now(),
    newId,
    leftBehind: left.found,
  });
  saveBeforeLeaving(left, scripts, Promise.resolve());
  // Site data is cleared in the browser's settings: whoever comes back from there has not typed anything yet.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void scripts.recheck();
  });
  return scripts;
}
