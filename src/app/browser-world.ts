/** WhatsApp's simulated world in this browser. It arrives after the page. */
import type { World, WorldEvent } from "../integrations/whatsapp/simulator/state";
import { loadSimulator } from "../integrations/whatsapp/world";
import type { BrowserStorage } from "../storage/browser-storage";
import { saveOnUnload } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import { openWorld, type SimulatedWorld } from "./simulated-world";
import { DATABASES, LOCAL_KEYS } from "./storage-names";
import { LeftWorldSchema } from "./world-record";

/** Opens the world kept in this browser. */
export function openBrowserWorld(
  storage: BrowserStorage,
  notices: NoticesModel,
): SimulatedWorld<World, WorldEvent> {
  const left = storage.left(LOCAL_KEYS.unsavedWorld, LeftWorldSchema);
  const world = openWorld({
    ...storage.open(DATABASES.world),
    record: "world",
    loadSimulator,
    notices,
    now: () => Date.now(),
    leftBehind: left.found,
  });
  saveOnUnload(left, world, world.restored);
  return world;
}
