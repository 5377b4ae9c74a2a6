/** The simulated world of this browser: IndexedDB, the other tabs, and a save whenever the page may be about to go. */
import { browserLater } from "./later";
import { leftBehind, saveBeforeLeaving } from "./left-behind";
import { newId } from "./new-id";
import type { NoticesModel } from "./notices";
import { browserSettingsStorage } from "./settings";
import { openWorld, type SimulatedWorld } from "./simulated-world";
import { idbStore } from "./store";
import { browserTabChannel } from "./tab-channel";
import { LeftWorldSchema, UNSAVED_WORLD } from "./unsaved-world";

const NAME = "lua-agent-playground-world";

/** Opens the world kept in this browser; it arrives behind the page. */
export function openBrowserWorld(notices: NoticesModel): SimulatedWorld {
  const left = leftBehind(browserSettingsStorage(), UNSAVED_WORLD, newId(), LeftWorldSchema);
  const world = openWorld({
    store: idbStore(NAME),
    tabs: browserTabChannel(NAME),
    notices,
    later: browserLater,
    now: () => Date.now(),
    newId,
    leftBehind: left.found,
  });
  saveBeforeLeaving(left, world, world.restored);
  return world;
}
