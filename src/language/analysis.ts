import type { LanguageContext } from "./context";
import type { Inference } from "./infer/value";
import { scriptOf } from "./parse/parser";
import { inferenceFor } from "./values";

/** A script with all that is known about it: what checks, completion and hover work with. */
export interface Analysis extends Inference {
  readonly context: LanguageContext;
}

export function analyse(source: string, context: LanguageContext): Analysis {
  return { ...inferenceFor(scriptOf(source), context.catalog), context };
}
