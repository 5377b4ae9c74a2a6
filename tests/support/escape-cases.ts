/** Attempts to leave the box from Lua, for every engine. Each is one run of its own. */
import type { BoxCase } from "./case";
import { controlCases } from "./escapes/control";
import { coroutineCases } from "./escapes/coroutines";
import { helperCases } from "./escapes/helpers";
import { languageCases } from "./escapes/language";
import { loadingCases } from "./escapes/loading";
import { metatableCases } from "./escapes/metatables";
import { namespaceCases } from "./escapes/namespace";
import { resourceCases } from "./escapes/resources";
import { resultCases } from "./escapes/results";
import { stringCases } from "./escapes/strings";
import { tableCases } from "./escapes/tables";
import { valueCases } from "./escapes/values";

/** Tried in a browser each time: the widest ones, and those that only Stop ends. */
export const browserEscapeCases: readonly BoxCase[] = [
  ...valueCases,
  ...languageCases,
  ...controlCases,
  ...resourceCases,
  ...[...metatableCases, ...coroutineCases].filter(({ stop }) => stop === true),
];

/** Tried in Node each time. A browser tries a few of them, and all in `npm run test:deep`. */
export const nodeEscapeCases: readonly BoxCase[] = [
  ...metatableCases,
  ...loadingCases,
  ...stringCases,
  ...tableCases,
  ...coroutineCases,
  ...helperCases,
  ...namespaceCases,
  ...resultCases,
].filter(({ stop }) => stop !== true);

/** All of them. */
export const escapeCases: readonly BoxCase[] = [...browserEscapeCases, ...nodeEscapeCases];
