/** Paths below `app` that name no function, or an account that does not exist. */

import type { Integration } from "../../../integrations/catalog";
import { nearest } from "../../../shared/nearest";
import type { Analysis } from "../../analysis";
import type { ApiCall } from "../../api-call";
import { accountNames } from "../../context";
import type { Inference } from "../../infer/value";
import type { MemberExpression } from "../../parse/ast";
import { isDangling } from "../breaks";
import { type Diagnostic, didYouMean, mark, type Rule, rename } from "../diagnostic";

const UNKNOWN_FUNCTION: Rule = { code: "unknown-function", severity: "error", page: "overview" };
const UNKNOWN_ACCOUNT: Rule = { code: "unknown-account", severity: "warning", page: "accounts" };

/** Marks for the path of a call. */
export function checkPath(call: ApiCall, analysis: Analysis): Diagnostic[] {
  return call.place.kind === "function"
    ? checkAccount(call, call.place.integration, analysis)
    : unknownFunction(call, analysis);
}

/** The member expression that wrote path element `index`, or `null` if an alias did. */
function writer({ callee }: ApiCall, index: number, { of }: Inference): MemberExpression | null {
  for (let node = callee; node.kind === "member" || node.kind === "index"; node = node.object) {
    const value = of(node);
    if (node.kind === "member" && value?.kind === "namespace" && value.path.length === index + 1) return node;
  }
  return null;
}

function unknownFunction(call: ApiCall, analysis: Analysis): Diagnostic[] {
  const { place, path } = call;
  const index = place.kind === "unknown" ? place.index : path.length - 1;
  if (path[index] === null) return [];
  const node = writer(call, index, analysis);
  if (node !== null && isDangling(node, analysis.script)) return [];
  const range = node?.name ?? call.callee;
  const written = ["app", ...path.map((name) => name ?? "…")].join(".");
  const integration =
    place.kind === "unknown" ? place.within : "integration" in place ? place.integration : null;
  const names =
    integration !== null
      ? integration.functions.map((spec) => spec.name)
      : index === 0
        ? ["integrations"]
        : analysis.catalog.integrations.map(({ id }) => id);
  const meant = nearest(path[index] ?? "", names);
  const offer =
    meant === null && integration !== null ? ` Functions: ${names.join(", ")}.` : didYouMean(meant);
  const fixes = meant !== null && node !== null && node.style !== "[" ? [rename(range, meant)] : [];
  const page = integration === null ? undefined : `integrations.${integration.id}`;
  return [mark(UNKNOWN_FUNCTION, range, `Unknown function: \`${written}\`.${offer}`, { fixes, page })];
}

function checkAccount(call: ApiCall, integration: Integration, analysis: Analysis): Diagnostic[] {
  const account = call.path.length === 4 ? call.path[2] : null;
  const names = accountNames(integration, analysis.context);
  if (account === null || account === undefined || names.includes(account)) return [];
  const node = writer(call, 2, analysis);
  const range = node?.name ?? call.callee;
  const meant = nearest(account, names);
  // Without any account there is no default one either.
  const others =
    analysis.context.accounts(integration.id).length > 0 ? ` Accounts: ${names.join(", ")}.` : "";
  const offer = meant === null ? others : didYouMean(meant);
  const fixes = meant !== null && node?.style === "." ? [rename(range, meant)] : [];
  const message = `There is no ${integration.title} account \`${account}\`.${offer}`;
  return [mark(UNKNOWN_ACCOUNT, range, message, { fixes })];
}
