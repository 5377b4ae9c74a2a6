import type { LanguageContext } from "../../context";
import type { Script } from "../../parse/ast";
import { inferenceFor } from "../../values";
import { breaksOf } from "../breaks";
import { apiCalls } from "../calls/api-call";
import type { Diagnostic } from "../diagnostic";
import { checkPages } from "./single-page";
import { checkTokens } from "./tokens";
import { checkWrites } from "./unprotected-write";
import { checkAnswers } from "./unused-result";

/** Hints on habits that make a script safer. In what is unfinished, what they ask for may still come. */
export function checkPractice(script: Script, context: LanguageContext): Diagnostic[] {
  const { intact, behind } = breaksOf(script);
  const calls = apiCalls(script, inferenceFor(script, context.catalog)).filter(
    ({ node }) => intact(node) && !behind(node.start),
  );
  return [
    ...checkTokens(script),
    ...checkWrites(calls, script),
    ...checkAnswers(calls, script),
    ...checkPages(calls, script),
  ];
}
