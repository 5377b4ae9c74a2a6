import { signal } from "@preact/signals";
import type { Offline } from "../pwa/offline";
import { openBrowserStorage } from "../storage/browser-storage";
import { browserLocalStorage } from "../storage/unload-store";
import { openAccounts } from "./accounts";
import { loadBox } from "./box-loader";
import { openBrowserScripts } from "./browser-scripts";
import { openDocs } from "./docs";
import { openLessonsDoor } from "./lessons-door";
import { createMode } from "./mode";
import { createNotices } from "./notices";
import { createPermissions } from "./permissions";
import type { Playground } from "./playground";
import { createRun } from "./run";
import { createSettings } from "./settings";
import { openWorlds } from "./simulated-worlds";

/** All models of the page, wired. Resolves when the scripts have been read; everything else arrives behind that. */
export async function createPlayground(): Promise<Playground> {
  const notices = createNotices();
  const storage = openBrowserStorage();
  const settings = createSettings(browserLocalStorage(), notices);
  const mode = createMode();
  const permissions = createPermissions();
  const opening = loadBox();
  opening.catch(() => {});
  const scripts = await openBrowserScripts(storage, notices, firstExample);
  const accounts = openAccounts(storage, settings, notices);
  const worlds = openWorlds(storage, notices, async () => (await import("../integrations")).catalog);
  const world = worlds.main;
  const first = [opening];
  const run = createRun({
    // The download that began before the scripts were read, then a new one a try.
    openBox: () => first.pop() ?? loadBox(),
    mode,
    scripts,
    settings,
    accounts,
    permissions,
    worlds,
  });
  const docs = openDocs(accounts.all);
  const lessons = openLessonsDoor(storage, { scripts, run, notices, world });
  const offline = signal<Offline>({ kind: "not yet" });
  return {
    mode,
    scripts,
    run,
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

async function firstExample() {
  return (await import("../examples/welcome")).welcome;
}
