import type { Catalog, FunctionSpec } from "../integrations/catalog";
import type { JsonValue } from "../json";

/** Calls after which an engine's optimiser knows the code; more gains little. */
const ROUNDS = 250;
/** A fresh engine now and then: the world's limits would refuse the rest. */
const ROUNDS_PER_ENGINE = 20;
/** Milliseconds of one slice: how long a run that begins now may have to wait. */
const SLICE_MS = 3;

/**
 * Goes through calls of every kind, in slices. A worker begins with cold code, and a call costs several times its price until
 * the engine has optimised it: better before a run than in it. `open` makes a mock engine just as a run does (code optimised
 * for other closures would be thrown away), but one that tells nobody. Gives what ends it.
 */
export function rehearse(catalog: Catalog, open: () => { call(text: string): string }): () => void {
  const calls = catalog.integrations.flatMap(({ id, functions }) => functions.map((fn) => callOf(id, fn)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let engine = open();
  const slice = () => {
    const began = performance.now();
    while (round < ROUNDS && performance.now() - began < SLICE_MS) {
      if (round % ROUNDS_PER_ENGINE === 0) engine = open();
      for (const call of calls) JSON.parse(engine.call(call));
      round += 1;
    }
    if (round < ROUNDS) timer = setTimeout(slice, 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
}

/** A call with the required parameters as the docs' examples give them. */
function callOf(integration: string, { name, parameters }: FunctionSpec): string {
  const required = parameters.filter((parameter) => parameter.required);
  const args = Object.fromEntries(required.map((parameter) => [parameter.name, literal(parameter.example)]));
  return JSON.stringify({ path: ["integrations", integration, name], args: [args], line: 1 });
}

/** A Lua literal that is JSON too; any other as the text it is. */
function literal(example: string): JsonValue {
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
}
