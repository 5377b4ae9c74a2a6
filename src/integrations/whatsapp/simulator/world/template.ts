import * as v from "valibot";
import type { DeepReadonly } from "../../../../shared/readonly";
import { TEMPLATE_CATEGORIES, TEMPLATE_STATUSES } from "../../template-words";
import { Count, GraphId, Time } from "./schema-parts";

/** Templates are stored as Meta lists them (`GET /{waba-id}/message_templates`), so listing only picks fields. */
const HeaderSchema = v.variant("format", [
  v.strictObject({
    type: v.literal("HEADER"),
    format: v.literal("TEXT"),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    example: v.exactOptional(
      v.strictObject({
        header_text: v.exactOptional(v.array(v.string())),
        header_text_named_params: v.exactOptional(
          v.array(v.strictObject({ param_name: v.string(), example: v.string() })),
        ),
      }),
    ),
  }),
  v.strictObject({
    type: v.literal("HEADER"),
    format: v.picklist(["IMAGE", "VIDEO", "DOCUMENT"]),
    example: v.exactOptional(v.strictObject({ header_handle: v.array(v.string()) })),
  }),
  v.strictObject({ type: v.literal("HEADER"), format: v.literal("LOCATION") }),
]);

const BodySchema = v.strictObject({
  type: v.literal("BODY"),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  add_security_recommendation: v.exactOptional(v.boolean()),
  example: v.exactOptional(
    v.strictObject({
      body_text: v.exactOptional(v.array(v.array(v.string()))),
      body_text_named_params: v.exactOptional(
        v.array(v.strictObject({ param_name: v.string(), example: v.string() })),
      ),
    }),
  ),
});

const FooterSchema = v.strictObject({
  type: v.literal("FOOTER"),
  text: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
  code_expiration_minutes: v.exactOptional(Count),
});

const Label = v.pipe(v.string(), v.minLength(1), v.maxLength(25));

const ButtonSchema = v.variant("type", [
  v.strictObject({ type: v.literal("QUICK_REPLY"), text: Label }),
  v.strictObject({
    type: v.literal("URL"),
    text: Label,
    /** A variable, if any, is at the end. One-time-password buttons read back as this kind. */
    url: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
    example: v.exactOptional(v.array(v.string())),
  }),
  v.strictObject({
    type: v.literal("PHONE_NUMBER"),
    text: Label,
    phone_number: v.pipe(v.string(), v.maxLength(20)),
  }),
  v.strictObject({
    type: v.literal("COPY_CODE"),
    text: Label,
    example: v.exactOptional(v.array(v.string())),
  }),
]);

const ButtonsSchema = v.strictObject({
  type: v.literal("BUTTONS"),
  buttons: v.pipe(v.array(ButtonSchema), v.minLength(1), v.maxLength(10)),
});

export const TemplateStatusSchema = v.picklist(TEMPLATE_STATUSES);
export const TemplateCategorySchema = v.picklist(TEMPLATE_CATEGORIES);

export const TemplateSchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9_]{1,512}$/, "Expected lower-case letters, digits and underscores, at most 512"),
  ),
  parameter_format: v.picklist(["POSITIONAL", "NAMED"]),
  components: v.array(v.variant("type", [HeaderSchema, BodySchema, FooterSchema, ButtonsSchema])),
  language: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, "Expected a language like en or en_US"),
  ),
  status: TemplateStatusSchema,
  category: TemplateCategorySchema,
  /** Only some templates have these. Former categories (`ACCOUNT_UPDATE`) are kept in `previous_category`. */
  sub_category: v.exactOptional(v.string()),
  previous_category: v.exactOptional(v.string()),
  correct_category: v.exactOptional(v.string()),
  library_template_name: v.exactOptional(v.string()),
  message_send_ttl_seconds: v.exactOptional(Count),
  cta_url_link_tracking_opted_out: v.exactOptional(v.boolean()),
  id: GraphId,
  quality_score: v.strictObject({
    score: v.picklist(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
    /** Unix seconds. */
    date: v.exactOptional(Count),
  }),
  /** `NONE` if it was not rejected. */
  rejected_reason: v.picklist([
    "NONE",
    "ABUSIVE_CONTENT",
    "INCORRECT_CATEGORY",
    "INVALID_FORMAT",
    "PROMOTIONAL",
    "SCAM",
    "TAG_CONTENT_MISMATCH",
  ]),
});

export type Template = DeepReadonly<v.InferOutput<typeof TemplateSchema>>;
export type TemplateComponent = Template["components"][number];
export type TemplateButton = DeepReadonly<v.InferOutput<typeof ButtonSchema>>;

/**
 * A template being paced: its first messages are sent immediately, later ones are held (`held_for_quality_assessment`) until
 * Meta has seen how people react to the first ones. Meta keeps its own numbers secret, so they are stored here.
 */
export const PacingSchema = v.strictObject({
  templateId: GraphId,
  /** Messages sent before holding begins. */
  freeMessages: Count,
  /** Messages accepted so far. */
  accepted: Count,
  /** How long the first held message waits for the decision. */
  holdMs: v.pipe(Count, v.maxValue(86_400_000)),
  /** When Meta decides: set by the first held message, `null` before it. */
  decidedAt: v.nullable(Time),
  /** `released`: held messages are sent, and pacing ends. `dropped`: they fail with 132015, and the template is paused. */
  outcome: v.picklist(["released", "dropped"]),
});

export type Pacing = DeepReadonly<v.InferOutput<typeof PacingSchema>>;

/** A template that was paused for low quality (`messages/pauses.ts`). */
export const PauseSchema = v.strictObject({
  templateId: GraphId,
  /** How often it was paused, including this time. */
  times: Count,
  /** When it resumes; `never` if a person must resume it, `null` if it is not paused now. */
  resumesAt: v.nullable(v.union([Time, v.literal("never")])),
});

export type Pause = DeepReadonly<v.InferOutput<typeof PauseSchema>>;
