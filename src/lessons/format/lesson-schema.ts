import * as v from "valibot";
import { knownErrorCodes } from "../../integrations/whatsapp/errors";
import {
  AccountSchema,
  ContactSchema,
  faultSchema,
  TemplateCategorySchema,
  TemplateStatusSchema,
  WaId,
  WorldSchema,
} from "../../integrations/whatsapp/simulator/page";
import type { JsonValue } from "../../shared/json";
import type { DeepReadonly } from "../../shared/readonly";
import { fields } from "./fields";

const PersonSchema = fields({
  waId: WaId,
  profileName: v.exactOptional(ContactSchema.entries.profileName),
  behaviour: v.exactOptional(ContactSchema.entries.behaviour),
  blockedBy: v.exactOptional(ContactSchema.entries.blockedBy),
  marketing: v.exactOptional(ContactSchema.entries.marketing),
});

/** A template in short: a body, and examples of its gaps in order. */
const TemplateDraftSchema = fields({
  name: v.string(),
  language: v.exactOptional(v.string()),
  category: v.exactOptional(TemplateCategorySchema),
  status: v.exactOptional(TemplateStatusSchema),
  body: v.string(),
  examples: v.exactOptional(v.array(v.string())),
});

const { state, limits, verifiedName, qualityRating, allowedRecipients } = AccountSchema.entries;
const { closedWindow, rateLimitStatus, marketingPerDay } = WorldSchema.entries.rules.entries;

/** What sets a world apart from the preset world it begins as. */
const ChangesSchema = fields({
  seed: v.exactOptional(WorldSchema.entries.seed),
  business: v.exactOptional(fields({ name: v.string(), domain: v.exactOptional(v.string()) })),
  rules: v.exactOptional(
    fields({
      closedWindow: v.exactOptional(closedWindow),
      rateLimitStatus: v.exactOptional(rateLimitStatus),
      marketingPerDay: v.exactOptional(marketingPerDay),
    }),
  ),
  /** Takes the place of all contacts, and of everything said so far. */
  contacts: v.exactOptional(v.array(PersonSchema)),
  /** Takes the place of all templates. */
  templates: v.exactOptional(v.array(TemplateDraftSchema)),
  /** By the account's name; one that is not there yet is added. */
  accounts: v.exactOptional(
    v.record(
      v.string(),
      fields({
        state: v.exactOptional(state),
        limits: v.exactOptional(fields(limits.entries)),
        verifiedName: v.exactOptional(verifiedName),
        qualityRating: v.exactOptional(qualityRating),
        allowedRecipients: v.exactOptional(allowedRecipients),
      }),
    ),
  ),
  /** What customers wrote lately. */
  received: v.exactOptional(
    v.array(
      fields({
        from: WaId,
        account: v.exactOptional(v.string(), "default"),
        text: v.string(),
        minutesAgo: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
      }),
    ),
  ),
  faults: v.exactOptional(v.array(faultSchema(v.picklist(knownErrorCodes)))),
});

export type Changes = DeepReadonly<v.InferOutput<typeof ChangesSchema>>;

/** Completes "in …": `the tea shop`. */
const Name = v.pipe(v.string(), v.minLength(1));

const FactsSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9]*$/, "Expected a name of letters and digits")),
  v.custom<JsonValue>((value) => value !== undefined),
);

/** What a world's Lua file returns: it lies over what `lesson.json` says of the world. */
export const DrawnSchema = fields({
  name: v.exactOptional(Name),
  changes: v.exactOptional(ChangesSchema, {}),
  facts: v.exactOptional(FactsSchema),
});

/**
 * A world of a lesson: a preset world, or a file in the lesson's folder that holds a complete one, with the listed changes and
 * what its Lua file draws.
 */
const LessonWorldSchema = v.pipe(
  fields({
    name: Name,
    facts: v.exactOptional(FactsSchema),
    base: v.exactOptional(v.string()),
    file: v.exactOptional(
      v.pipe(v.string(), v.regex(/^world-[\w-]+\.json$/, "Expected a name like world-busy.json")),
    ),
    draw: v.exactOptional(
      v.pipe(v.string(), v.regex(/^[\w-]+\.lua$/, "Expected the name of a file such as world.lua")),
    ),
    changes: v.exactOptional(ChangesSchema, {}),
  }),
  v.check(
    ({ base, file }) => (base === undefined) !== (file === undefined),
    "Expected either base (a preset world's id) or file (world-*.json)",
  ),
);

export type WorldRecipe = DeepReadonly<v.InferOutput<typeof LessonWorldSchema>>;

/** `lesson.json`. The checks are read once for each world, its facts put in (`read-lesson.ts`). */
export const LessonSchema = fields({
  idea: v.pipe(v.string(), v.minLength(1)),
  needsWorld: v.exactOptional(v.boolean(), false),
  worlds: v.pipe(
    v.array(LessonWorldSchema),
    v.minLength(2, "Expected at least two worlds, or a hard-coded answer passes"),
  ),
  checks: v.pipe(v.array(v.unknown()), v.minLength(1)),
});
