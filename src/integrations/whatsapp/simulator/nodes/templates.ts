import type { JsonObject } from "../../../../shared/json";
import { fieldPicker } from "../graph/fields";
import { pageOf } from "../graph/paging";
import { noSuchObject } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { checkManagementLimit } from "../messages/limits";
import { templatePosition } from "../world/lookup";
import type { Template } from "../world/template";

/** The last ones exist in Meta's API, but no template here has them. */
const picker = fieldPicker(
  "WhatsAppMessageTemplate",
  "name parameter_format components language status category sub_category previous_category id",
  "correct_category library_template_name message_send_ttl_seconds cta_url_link_tracking_opted_out quality_score " +
    "rejected_reason ad_account_id ad_adset_id ad_campaign_id ad_id bid_spec creative_sourcing_spec " +
    "degrees_of_freedom_spec display_format is_primary_device_delivery_only last_updated_time",
);

/**
 * `GET /{waba-id}/message_templates` with `fields`, `limit`, `after` and `before`. `select` returns the positions of the
 * templates to list, ascending, or `null` for all.
 */
export function templatesEdge(
  { world, call, account }: Asked,
  select: (templates: readonly Template[]) => readonly number[] | null = () => null,
): GraphOutcome {
  checkManagementLimit(account, world.clock);
  const { templates, clock } = world;
  const kept = select(templates);
  const pick = picker(call.query.get("fields"));
  const body = pageOf(call, {
    kind: "template",
    count: templates.length,
    at: (position) => templates[position],
    position: (id) => templatePosition(templates, id),
    idOf: (template) => template.id,
    kept,
    write: (template) => pick(written(template)),
  });
  return { body, events: [{ type: "management_called", phoneNumberId: account.phoneNumberId, at: clock }] };
}

/** `GET /{template-id}`. */
export function templateNode({ world, call, id }: Asked): GraphOutcome {
  const template = world.templates[templatePosition(world.templates, id) ?? -1];
  if (template === undefined) throw noSuchObject(call.method, id);
  return { body: picker(call.query.get("fields"))(written(template)) };
}

const writings = new WeakMap<Template, JsonObject>();

/** A template as JSON: its parts in Meta's order. Made once and shared, so it must not be changed. */
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

/** The template was parsed from JSON, so it is JSON. Tells the type checker so without a cast. */
function jsonOf(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value));
}
