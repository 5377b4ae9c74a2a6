import { signal } from "@preact/signals";
import { welcome } from "../examples/welcome";
import type { Offline } from "../pwa/register";
import { whenIdle } from "../shared/idle";
import { type BrowserStorage, openBrowserStorage } from "../storage/browser-storage";
import { browserLocalStorage, keysWith, saveOnUnload } from "../storage/unload-store";
import { openAccounts } from "./accounts";
import { afterFirstRun } from "./after-first-run";
import { loadBox } from "./box-loader";
import { openDocs } from "./docs";
import { openLessonsDoor } from "./lessons-door";
import * as LOCAL_KEYS from "./local-keys";
import { createMode } from "./mode";
import { createNotices, type NoticesModel } from "./notices";
import { createPermissions } from "./permissions";
import type { Playground } from "./playground";
import { createRun } from "./run";
import { openRunsDoor } from "./runs-door";
import { parseUnsavedScripts } from "./script-record";
import { openScripts, type ScriptsModel } from "./scripts";
import { createSettings } from "./settings";
import { openSimulatedWorlds } from "./simulated-worlds";
import { DATABASES } from "./storage-names";

/** Creates and connects the page's models. Resolves once the scripts have been read; the rest loads later. */
export async function createPlayground(): Promise<Playground> {
  const notices = createNotices();
  const storage = openBrowserStorage();
  const settings = createSettings(browserLocalStorage(), notices, storage.check);
  const mode = createMode();
  const permissions = createPermissions();
  const opening = loadBox();
  opening.catch(() => {});
  // A run needs the worlds as much as the scripts.
  const worlds = openSimulatedWorlds(storage, notices, async () => (await import("../integrations")).catalog);
  const scripts = await openBrowserScripts(storage, notices);
  const accounts = openAccounts(storage, settings, notices);
  const world = worlds.main;
  const first = [opening];
  const docs = openDocs(accounts.all);
  const run = createRun({
    load: () => import("./run-parts"),
    // The first download began before the scripts were read. Later attempts start their own.
    openBox: () => first.pop() ?? loadBox(),
    mode,
    scripts,
    settings,
    accounts,
    permissions,
    worlds,
    docs,
  });
  // The docs pane reports that they could not be loaded.
  afterFirstRun(run)
    .then(docs.load)
    .catch(() => {});
  const lessons = openLessonsDoor(storage, { scripts, run, notices, world });
  if (keysWith(browserLocalStorage(), LOCAL_KEYS.liveRun).length > 0)
    whenIdle(() => void import("./cut-runs").then(({ tellCutRuns }) => tellCutRuns(notices)));
  const offline = signal<Offline>({ kind: "not yet" });
  return {
    mode,
    scripts,
    run,
    runs: openRunsDoor(run),
    accounts,
    permission: permissions,
    world,
    worlds,
    settings,
    notices,
    docs,
    lessons,
    offline,
  };
}

/** Opens the scripts kept in this browser. Never rejects. */
async function openBrowserScripts(storage: BrowserStorage, notices: NoticesModel): Promise<ScriptsModel> {
  const left = storage.left(LOCAL_KEYS.unsavedScripts, parseUnsavedScripts);
  const scripts = await openScripts({
    ...storage.open(DATABASES.scripts),
    notices,
    welcome,
    now: () => Date.now(),
    leftBehind: left.found,
  });
  saveOnUnload(left, scripts, Promise.resolve());
  return scripts;
}
