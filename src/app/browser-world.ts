/** The simulated world of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import type { NoticesModel } from "./playground";
import { browserSettingsStorage } from "./settings";
import { openWorld, type SimulatedWorld } from "./simulated-world";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";
import { unsavedWorlds } from "./unsaved-world";

const NAME = "lua-agent-playground-world";

/** Opens the world kept in this browser; it arrives behind the page. */
export function openBrowserWorld(notices: NoticesModel): SimulatedWorld {
  // Not `randomUUID`: that one exists on https and localhost only.
  const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
  const left = unsavedWorlds(browserSettingsStorage(), newId());
  const world = openWorld({
    store: idbStore(NAME),
    tabs: browserTabChannel(NAME),
    notices,
    later(work, ms) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
    newId,
    leftBehind: left.found,
  });
  const save = () => {
    left.leave(world.unsaved());
    void world.flush().then(() => {
      if (world.unsaved().length === 0) left.leave([]);
    });
  };
  if (left.found.length > 0) {
    // Until what was found is in the store it must not be forgotten.
    const settle = world.restored.then(world.flush).then(() => {
      if (world.unsaved().length === 0) left.forgetFound();
    });
    // Reported where it was loaded.
    settle.catch(() => {});
  }
  // A phone closes pages without another word: hidden is the last moment one can count on.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, save);
  return world;
}
