import * as v from "valibot";
import { catalog } from "../../integrations";
import type { DeepReadonly } from "../../shared/readonly";
import { fields } from "./fields";
import { CountSchema, MatchSchema } from "./match-schema";

const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/, "Expected lower-case letters, digits and hyphens"),
);

/** What every check has: its name, the sentence shown when it fails, and where to look then. */
const common = {
  id: Id,
  /** Plain words; `{name}` is replaced by what was seen (README) or by a fact of the world. */
  say: v.pipe(v.string(), v.minLength(1)),
  /** A docs page, or `#Heading` of the lesson's own text. */
  see: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
};

function checkOf<const Kind extends string, Own extends v.ObjectEntries>(kind: Kind, own: Own) {
  return fields({ ...common, kind: v.literal(kind), ...own });
}

const functions = catalog.integrations.flatMap((integration) => integration.functions);
const ParameterName = v.picklist(functions.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
const FunctionName = v.picklist(functions.map(({ name }) => name));

/** Calls of a function, by its name; `with` looks at the arguments by name. */
const Calls = checkOf("calls", {
  function: v.exactOptional(FunctionName),
  account: v.exactOptional(v.string()),
  status: v.exactOptional(v.picklist(["ok", "error", "unknown"])),
  with: v.exactOptional(v.record(ParameterName, MatchSchema)),
  count: CountSchema,
});

/** Messages that the run sent, as the world knows them a day later. */
const Messages = checkOf("messages", {
  account: v.exactOptional(v.string()),
  to: v.exactOptional(MatchSchema),
  type: v.exactOptional(v.picklist(["text", "template"])),
  template: v.exactOptional(MatchSchema),
  language: v.exactOptional(MatchSchema),
  /** Of a template: with its gaps filled. */
  body: v.exactOptional(MatchSchema),
  status: v.exactOptional(v.picklist(["sent", "delivered", "read", "failed"])),
  /** Why it failed: Meta's error code. */
  code: v.exactOptional(v.number()),
  count: CountSchema,
});

/** The people the run messaged: at most these, at least these, or nobody more than once. */
const Recipients = v.variant("rule", [
  checkOf("recipients", {
    rule: v.picklist(["only", "all"]),
    people: v.array(v.string()),
  }),
  checkOf("recipients", { rule: v.literal("once") }),
]);

/** Lines that were printed. */
const Printed = checkOf("printed", {
  line: MatchSchema,
  count: v.exactOptional(CountSchema, { atLeast: 1 }),
});

/** The first value that the script returned, or a field of it: `at` is `sent.1.to`, or `sent.*.to` for each item's. */
const Returned = checkOf("returned", {
  at: v.exactOptional(v.string(), ""),
  type: v.exactOptional(v.picklist(["string", "number", "boolean", "list", "table"])),
  length: v.exactOptional(CountSchema),
  value: v.exactOptional(MatchSchema),
});

/** Requests that left the script, whatever came of them. */
const Requests = checkOf("requests", {
  function: v.exactOptional(FunctionName),
  count: CountSchema,
});

/** How the script ended. Without such a check it must not end in an error. */
const End = checkOf("end", {
  how: v.picklist(["finished", "failed"]),
  error: v.exactOptional(MatchSchema),
});

/** A Lua chunk that gets `run` and returns true, or the sentence to show (README). */
const Lua = checkOf("lua", {
  file: v.exactOptional(v.string(), "check.lua"),
});

export const CheckSchema = v.variant("kind", [
  Calls,
  Messages,
  Recipients,
  Printed,
  Returned,
  Requests,
  End,
  Lua,
]);

export type Check = DeepReadonly<v.InferOutput<typeof CheckSchema>>;
export type CheckOf<Kind extends Check["kind"]> = Extract<Check, { kind: Kind }>;
