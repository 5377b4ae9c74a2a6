import type { Catalog, FunctionSpec } from "../../integrations/catalog";
import { type JsonValue, parseJson } from "../../shared/json";

/** Calls after which an engine's optimiser knows the code; more gains little. */
const ROUNDS = 600;
/** Reads take longer and are learnt sooner: a round in so many. */
const READS_EVERY = 4;
/** A fresh engine now and then: the world's limits would refuse the rest. */
const ROUNDS_PER_ENGINE = 20;
/** Milliseconds of one slice: how long a run that begins now may have to wait. */
const SLICE_MS = 3;
/** Milliseconds after which it gives up: where cores are that busy, it is in the way. */
const PATIENCE_MS = 1_500;

/**
 * Goes through calls of every kind, in slices. A worker begins with cold code, and a call costs several times its price until
 * the engine has optimised it: better before a run than in it. `open` makes a mock engine just as a run does (code optimised
 * for other closures would be thrown away), but one that tells nobody. Gives what ends it.
 */
export function rehearse(catalog: Catalog, open: () => { call(text: string): string }): () => void {
  const calls = catalog.integrations.flatMap(({ id, functions }) =>
    functions.map((fn) => ({ text: callOf(id, fn), every: fn.kind === "write" ? 1 : READS_EVERY })),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let engine = open();
  const opened = performance.now();
  const slice = () => {
    const began = performance.now();
    while (round < ROUNDS && performance.now() - began < SLICE_MS) {
      if (round > 0 && round % ROUNDS_PER_ENGINE === 0) engine = open();
      for (const { text, every } of calls) if (round % every === 0) engine.call(text);
      round += 1;
    }
    if (round < ROUNDS && performance.now() - opened < PATIENCE_MS) timer = setTimeout(slice, 0);
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
  return parseJson(example) ?? example;
}
