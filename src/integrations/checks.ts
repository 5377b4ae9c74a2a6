import type { ArgumentChecks } from "./argument-check";
import { whatsappChecks } from "./whatsapp/checks";

/** The argument checks of each integration, by its id. */
export const argumentChecks: ReadonlyMap<string, ArgumentChecks> = new Map([["whatsapp", whatsappChecks]]);
