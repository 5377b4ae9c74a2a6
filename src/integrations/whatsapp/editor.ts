import type { EditorHelp } from "../argument-help";
import { whatsappChecks } from "./checks";
import { whatsappHelp } from "./help";
import type { WorldData } from "./simulator/page";

/** WhatsApp's editor help: checks, completion and explanations of arguments, by function. */
export const editorHelp: EditorHelp = {
  check: (name, args, data) => own(whatsappChecks, name)?.(args, known(data)) ?? [],
  suggest: (name, place, args, data) => own(whatsappHelp, name)?.suggest(place, args, known(data)) ?? null,
  explain: (name, place, value, args, data) =>
    own(whatsappHelp, name)?.explain(place, value, args, known(data)) ?? null,
};

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The page made it with the simulator's `worldData`. */
function known(data: unknown): WorldData | null {
  return isWorldData(data) ? data : null;
}

function isWorldData(value: unknown): value is WorldData {
  return typeof value === "object" && value !== null && "templates" in value && "contacts" in value;
}
