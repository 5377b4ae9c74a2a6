/** Paths below `app` that name no function, or an account nobody has. */

import type { Integration } from "../../../integrations/catalog";
import { nearest } from "../../../shared/nearest";
import { accountNames } from "../../completion/members";
import type { LanguageContext } from "../../context";
import type { Inference } from "../../infer/value";
import type { MemberExpression } from "../../parse/ast";
import { isDangling } from "../breaks";
import { type Diagnostic, didYouMean, mark, rename } from "../diagnostic";
import type { ApiCall } from "./api-call";

/** Marks for the path of a call. */
export function checkPath(call: ApiCall, inference: Inference, context: LanguageContext): Diagnostic[] {
  return call.place.kind === "function"
    ? checkAccount(call, call.place.integration, inference, context)
    : unknownFunction(call, inference, context);
}

/** The member expression that wrote path element `index`; null when it stands elsewhere (in an alias). */
function writer({ callee }: ApiCall, index: number, { of }: Inference): MemberExpression | null {
  for (let node = callee; node.kind === "member" || node.kind === "index"; node = node.object) {
    const value = of(node);
    if (node.kind === "member" && value?.kind === "namespace" && value.path.length === index + 1) return node;
  }
  return null;
}

function unknownFunction(call: ApiCall, inference: Inference, context: LanguageContext): Diagnostic[] {
  const { place, path } = call;
  const index = place.kind === "unknown" ? place.index : path.length - 1;
  if (path[index] === null) return [];
  const node = writer(call, index, inference);
  if (node !== null && isDangling(node, inference.script)) return [];
  const range = node?.name ?? call.callee;
  const written = ["app", ...path.map((name) => name ?? "…")].join(".");
  const integration =
    place.kind === "unknown" ? place.within : "integration" in place ? place.integration : null;
  const names =
    integration !== null
      ? integration.functions.map((spec) => spec.name)
      : index === 0
        ? ["integrations"]
        : context.catalog.integrations.map(({ id }) => id);
  const meant = nearest(path[index] ?? "", names);
  const offer =
    meant === null && integration !== null ? ` Functions: ${names.join(", ")}.` : didYouMean(meant);
  const fixes = meant !== null && node !== null && node.style !== "[" ? [rename(range, meant)] : [];
  const page = integration === null ? {} : { page: `integrations.${integration.id}` };
  return [mark("unknown-function", range, `Unknown function: \`${written}\`.${offer}`, { fixes, ...page })];
}

function checkAccount(
  call: ApiCall,
  integration: Integration,
  inference: Inference,
  context: LanguageContext,
): Diagnostic[] {
  const account = call.path.length === 4 ? call.path[2] : null;
  const names = accountNames(integration, context);
  if (account === null || account === undefined || names.includes(account)) return [];
  const node = writer(call, 2, inference);
  const range = node?.name ?? call.callee;
  const meant = nearest(account, names);
  const offer = meant === null ? ` Accounts: ${names.join(", ")}.` : didYouMean(meant);
  const fixes = meant !== null && node?.style === "." ? [rename(range, meant)] : [];
  return [
    mark("unknown-account", range, `There is no ${integration.title} account \`${account}\`.${offer}`, {
      fixes,
    }),
  ];
}
