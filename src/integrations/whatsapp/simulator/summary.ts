import { counted } from "../../../shared/counted";
import { countOf } from "./world/chunks";
import type { World } from "./world/world";

/** A line for people: `12 contacts, 8 templates, 3 messages`. */
export function summarize(world: World): string {
  return [
    counted(countOf(world.contacts), "contact"),
    counted(world.templates.length, "template"),
    counted(countOf(world.messages), "message"),
  ].join(", ");
}
