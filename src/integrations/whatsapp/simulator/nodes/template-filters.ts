import type { JsonObject, JsonValue } from "../../../../shared/json";
import { componentOf } from "../../template-text";
import type { Call, Query } from "../graph/call";
import { badParameter } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";
import { oneOf } from "../messages/read-value";
import { remember } from "../remember";
import type { Template } from "../world/template";
import { isUnverified, type World } from "../world/world";
import { templatesEdge } from "./templates";

/** Filters by one of Meta's words, with the accepted words (Graph reference of this edge). */
const words = {
  status: [
    "APPROVED",
    "IN_APPEAL",
    "PENDING",
    "REJECTED",
    "PENDING_DELETION",
    "DELETED",
    "DISABLED",
    "PAUSED",
    "LIMIT_EXCEEDED",
    "ARCHIVED",
  ],
  category: ["UTILITY", "MARKETING", "AUTHENTICATION"],
  quality_score: ["GREEN", "YELLOW", "RED", "UNKNOWN"],
} as const satisfies {
  readonly status: readonly Template["status"][];
  readonly category: readonly Template["category"][];
  readonly quality_score: readonly Template["quality_score"]["score"][];
};

const filters = [
  "name",
  "status",
  "category",
  "language",
  "quality_score",
  "content",
  "name_or_content",
] as const;

type Filter = (typeof filters)[number];

/** Cached positions by filter values, for each list of templates: lists never change, and scripts page through one filter. */
const remembered = new WeakMap<readonly Template[], (values: string) => readonly number[]>();

/** Whether the call asks for anything but all templates. */
export function isFiltered({ query }: Call): boolean {
  return filters.some((filter) => query.get(filter)) || Boolean(query.get("summary"));
}

/** `GET /{waba-id}/message_templates` with filters or a `summary`. */
export function listFilteredTemplates(asked: Asked): GraphOutcome {
  const { query } = asked.call;
  const outcome = templatesEdge(asked, (templates) => keptTemplates(templates, query));
  const summary = query.get("summary");
  return summary
    ? { ...outcome, body: { ...outcome.body, summary: summaryOf(asked.world, summary) } }
    : outcome;
}

/**
 * Positions of the templates that the query's filters keep, ascending; null when it has none. `status`, `category`,
 * `quality_score` and `language` take one word or several, in any case; `name` is exact, `content` a piece of the body,
 * `name_or_content` a piece of either (chosen: Meta does not say how it compares). Refuses a word Meta does not know (100).
 */
function keptTemplates(templates: readonly Template[], query: Query): readonly number[] | null {
  const values = filters.map((filter) => query.get(filter) ?? "");
  if (values.every((value) => value === "")) return null;
  const known = remembered.get(templates) ?? remember(20, (text) => positionsOf(templates, text));
  remembered.set(templates, known);
  return known(JSON.stringify(values));
}

/** One or several words: comma-separated, or as the JSON list that SDKs send. */
function wantedWords(text: string): readonly string[] {
  return text
    .replaceAll(/["[\]]/g, "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function positionsOf(templates: readonly Template[], text: string): readonly number[] {
  const values: readonly string[] = JSON.parse(text);
  const tests = filters.flatMap((filter, at) => {
    const value = values[at] ?? "";
    return value === "" ? [] : [testOf(filter, value)];
  });
  return templates.flatMap((template, at) => (tests.every((keeps) => keeps(template)) ? [at] : []));
}

function testOf(filter: Filter, value: string): (template: Template) => boolean {
  const lower = value.toLowerCase();
  switch (filter) {
    case "name":
      return ({ name }) => name === lower;
    case "content":
      return (template) => bodyOf(template).includes(lower);
    case "name_or_content":
      return (template) => template.name.includes(lower) || bodyOf(template).includes(lower);
    case "language": {
      const wanted = wantedWords(lower);
      return ({ language }) => wanted.includes(language.toLowerCase());
    }
    default: {
      const wanted: readonly string[] = wantedWords(value).map((word, at) =>
        oneOf(word, words[filter], `${filter}[${at}]`),
      );
      return (template) =>
        wanted.includes(filter === "quality_score" ? template.quality_score.score : template[filter]);
    }
  }
}

function bodyOf(template: Template): string {
  return componentOf(template, "BODY")?.text.toLowerCase() ?? "";
}

/**
 * The `summary=total_count,…` of `message_templates` (Graph reference of this edge). `true` means the count. The limits are
 * Meta's two (`docs/cloud-api.md`, Templates).
 */
function summaryOf(world: World, wanted: string): JsonObject {
  const count = world.templates.length;
  const values: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
    ["total_count", count],
    ["message_template_count", count],
    ["message_template_limit", isUnverified(world.business) ? 250 : 6_000],
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
