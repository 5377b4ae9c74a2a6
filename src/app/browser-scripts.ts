/** The scripts of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import type { BrowserStorage } from "../storage/browser-storage";
import { saveOnUnload } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import { UnsavedScriptsSchema } from "./script-record";
import { type OpenScripts, openScripts, type ScriptsParts } from "./scripts";
import { DATABASES, LOCAL_KEYS } from "./storage-names";

/** Opens the scripts kept in this browser. `welcome` loads what a first visit shows. Never rejects. */
export async function openBrowserScripts(
  storage: BrowserStorage,
  notices: NoticesModel,
  welcome: ScriptsParts["welcome"],
): Promise<OpenScripts> {
  const left = storage.left(LOCAL_KEYS.unsavedScripts, UnsavedScriptsSchema);
  const scripts = await openScripts({
    ...storage.open(DATABASES.scripts),
    notices,
    welcome,
    now: () => Date.now(),
    leftBehind: left.found,
  });
  saveOnUnload(left, scripts, Promise.resolve());
  // Site data is cleared in the browser's settings, away from this page.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void scripts.recheck();
  });
  return scripts;
}
