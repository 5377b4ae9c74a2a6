import type { JsonObject } from "../../json";
import type { Call, Query } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import { page } from "../graph/paging";
import { remember } from "../remember";
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
    kept: keptBy(templates, call.query),
    write: (template) => pick(written(template)),
  });
}

const filters = ["name", "status", "category", "language"] as const;

/** Positions by filter, for each list of templates: lists never change, and scripts page through the same filter. */
const remembered = new WeakMap<readonly Template[], (filter: string) => readonly number[]>();

/** Positions of the templates that the query's filters keep; null when it has none. */
function keptBy(templates: readonly Template[], query: Query): readonly number[] | null {
  // A line break, which no template has in these, keeps the filters apart.
  const wanted = filters.map((field) => query.get(field)?.toLowerCase().replaceAll("\n", " ") ?? "");
  if (wanted.every((value) => value === "")) return null;
  const known = remembered.get(templates) ?? remember(20, (filter) => positionsOf(templates, filter));
  remembered.set(templates, known);
  return known(wanted.join("\n"));
}

function positionsOf(templates: readonly Template[], filter: string): readonly number[] {
  const wanted = filter.split("\n");
  return templates.flatMap((template, position) => {
    const keeps = filters.every((field, at) => !wanted[at] || template[field].toLowerCase() === wanted[at]);
    return keeps ? [position] : [];
  });
}

const writings = new WeakMap<Template, JsonObject>();

/** A template as JSON: its parts in Meta's order, without anything that only types know. Made once; nobody may change it. */
function written(template: Template): JsonObject {
  const known = writings.get(template) ?? write(template);
  writings.set(template, known);
  return known;
}

function write(template: Template): JsonObject {
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
