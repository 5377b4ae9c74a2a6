/** Attempts to leave the box from Lua, for every engine. Each is one run of its own. */
import type { BoxCase } from "./case";
import { controlCases } from "./escapes/control";
import { languageCases } from "./escapes/language";
import { resourceCases } from "./escapes/resources";
import { valueCases } from "./escapes/values";

export const escapeCases: readonly BoxCase[] = [
  ...valueCases,
  ...languageCases,
  ...controlCases,
  ...resourceCases,
];
