import type { JsonObject } from "../../json";
import type { Call, Query } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import { page } from "../graph/paging";
import { templatePosition } from "../world/lookup";
import type { Template } from "../world/template";
import type { World } from "../world/world";

const picker = fieldPicker({
  type: "WhatsAppMessageTemplate",
  known: [
    "id",
    "name",
    "parameter_format",
    "components",
    "language",
    "status",
    "category",
    "quality_score",
    "rejected_reason",
  ],
  defaults: ["name", "parameter_format", "components", "language", "status", "category", "id"],
});

/**
 * `GET /{waba-id}/message_templates` with `fields`, `limit`, `after`, `before` and the filters `name` (exact: chosen),
 * `status`, `category` and `language`; filter values in any case.
 */
export function listTemplates(world: World, call: Call): JsonObject {
  const pick = picker(call.query.get("fields"));
  const { templates } = world;
  return page(call, {
    kind: "template",
    count: templates.length,
    at: (position) => templates[position],
    position: (id) => templatePosition(templates, id),
    idOf: (template) => template.id,
    keep: filterOf(call.query),
    write: (template) => pick(written(template)),
  });
}

function filterOf(query: Query): (template: Template) => boolean {
  const wanted = (["name", "status", "category", "language"] as const).flatMap((field) => {
    const value = query.get(field);
    return value === null || value === "" ? [] : [{ field, value: value.toLowerCase() }];
  });
  return (template) => wanted.every(({ field, value }) => template[field].toLowerCase() === value);
}

/** A template as JSON: its parts in Meta's order, without anything that only types know. */
function written(template: Template): JsonObject {
  const { quality_score: quality, components, ...rest } = template;
  return {
    ...rest,
    components: components.map((component) => jsonOf(component)),
    quality_score: jsonOf(quality),
  };
}

/** The template was read from JSON, so it is JSON; this says so to the type checker without a cast. */
function jsonOf(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value));
}
