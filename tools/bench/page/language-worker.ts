/// <reference lib="webworker" />
/** The editor's analyser in a worker, as the app runs it, with a clock around each answer. */
import { catalog } from "../../../src/integrations";
import { seedWorld, worldData } from "../../../src/integrations/whatsapp/simulator";
import { ANSWERS } from "../../../src/language/answers";
import { contextOf, loadEditorHelp } from "../../../src/language/context";
import type { LanguageAnswer, LanguageRequest } from "./messages";

const WARM_UP = 10;
const KEYS = 40;

addEventListener("message", async ({ data }: MessageEvent<LanguageRequest>) => {
  const known = { accounts: {}, data: { whatsapp: worldData(seedWorld()) } };
  const context = contextOf(catalog, await loadEditorHelp(catalog), known);
  const { before, typed, after } = data;
  const times: Record<"diagnostics" | "complete", number[]> = { diagnostics: [], complete: [] };
  for (const question of ["diagnostics", "complete"] as const)
    for (let key = 0; key < WARM_UP + KEYS; key++) {
      // Another text each time: nothing of the last one's tree can be used.
      const start = `${before}-- ${question} ${key}\n${typed}`;
      const at = { start: start.length, end: start.length };
      const began = performance.now();
      await ANSWERS[question](start + after, at, context);
      if (key >= WARM_UP) times[question].push(performance.now() - began);
    }
  postMessage(times satisfies LanguageAnswer);
});
