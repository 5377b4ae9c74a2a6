import type { World } from "../world/world";
import { blankWorld } from "./parts/blank-world";
import { hello, templatesOf } from "./parts/template-draft";

/** A business that has just begun: no contacts, no messages, Meta's own template, the smallest messaging limit. */
export function emptyWorld(): World {
  return blankWorld({
    origin: "empty",
    seed: 1,
    clock: Date.UTC(2026, 10, 2, 9),
    business: {
      id: "506914307656001",
      name: "New Business",
      domain: "new-business.example",
      messagingLimit: "TIER_250",
    },
    wabaId: "102290129340001",
    contacts: [],
    templates: templatesOf({ firstId: 1_387_372_350_000_001 }, [hello]),
  });
}
