import type { JsonObject, JsonValue } from "../../../../shared/json";
import { badParameter } from "../graph/refusal";
import type { World } from "../world/world";
import { wantedWords } from "./template-filters";

/**
 * What `summary=total_count,…` of `message_templates` asks for (Graph reference of this edge), `true` being the count. The
 * limits are Meta's two (`docs/cloud-api.md`, Templates).
 */
export function summaryOf(world: World, wanted: string): JsonObject {
  const count = world.templates.length;
  const values: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
    ["total_count", count],
    ["message_template_count", count],
    ["message_template_limit", world.business.messagingLimit === "TIER_250" ? 250 : 6_000],
    ["are_translations_complete", true],
  ]);
  const names = wantedWords(wanted).map((name) => (name === "true" ? "total_count" : name));
  return Object.fromEntries(
    names.map((name) => {
      const value = values.get(name);
      if (value !== undefined) return [name, value];
      throw badParameter(`Param summary must be one of {${[...values.keys()].join(", ")}} - got "${name}".`);
    }),
  );
}
