import type { JsonObject, JsonValue } from "../../json";
import type { Call } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import { page } from "../graph/paging";
import { badParameter } from "../graph/refusal";
import { templatePosition } from "../world/lookup";
import type { Template } from "../world/template";
import type { World } from "../world/world";
import { keptTemplates, wantedWords } from "./template-filters";

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
    "sub_category",
    "previous_category",
    "correct_category",
    "library_template_name",
    "message_send_ttl_seconds",
    "cta_url_link_tracking_opted_out",
    "quality_score",
    "rejected_reason",
  ],
  defaults: [
    "name",
    "parameter_format",
    "components",
    "language",
    "status",
    "category",
    "sub_category",
    "previous_category",
    "id",
  ],
});

/**
 * `GET /{waba-id}/message_templates` with `fields`, `limit`, `after`, `before`, `summary` and the filters of
 * `template-filters.ts`.
 */
export function listTemplates(world: World, call: Call): JsonObject {
  const pick = picker(call.query.get("fields"));
  const { templates } = world;
  const listed = page(call, {
    kind: "template",
    count: templates.length,
    at: (position) => templates[position],
    position: (id) => templatePosition(templates, id),
    idOf: (template) => template.id,
    kept: keptTemplates(templates, call.query),
    write: (template) => pick(written(template)),
  });
  const summary = call.query.get("summary");
  return summary ? { ...listed, summary: summaryOf(world, summary) } : listed;
}

/**
 * What `summary=total_count,…` asks for (Graph reference of this edge), `true` being the count; the limits are Meta's two
 * (§2.3).
 */
function summaryOf(world: World, wanted: string): JsonObject {
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
