import type { Explainer } from "../catalog";
import { explain } from "./explain";
import { remark } from "./remark";

/** Explains Meta's responses to people. */
export const explainer: Explainer = { explain, remark };
