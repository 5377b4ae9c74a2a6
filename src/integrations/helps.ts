import type { ArgumentHelp } from "./argument-help";
import { whatsappHelp } from "./whatsapp/help";

/** Help with arguments, by the integration's id. */
export const argumentHelp: ReadonlyMap<string, ArgumentHelp> = new Map([["whatsapp", whatsappHelp]]);
