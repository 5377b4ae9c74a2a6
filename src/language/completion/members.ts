/** Completions after a dot or a colon. */

import type { Integration, Shape } from "../../integrations/catalog";
import type { Analysis } from "../analysis";
import { commentAbove } from "../comment-above";
import { accountNames, type LanguageContext } from "../context";
import {
  codeBlock,
  functionLabel,
  functionMarkdown,
  parameterList,
  shapeMarkdown,
  shapeText,
  standardLabel,
} from "../describe";
import { tableMembers } from "../infer/table-members";
import type { Value } from "../infer/value";
import { placeOf } from "../namespace-path";
import type { MemberExpression, Range } from "../parse/ast";
import { libraryEntries, type StandardEntry } from "../standard-library";
import { type Completion, callSnippet, completion } from "./item";

export interface MemberRequest {
  readonly range: Range;
  /** The part of the name typed so far. */
  readonly typed: string;
  readonly style: "." | ":" | "[";
  /** A call follows already, so only the name is inserted. */
  readonly called: boolean;
}

/** Members of a value; nothing where it is not known. */
export function members(value: Value | null, request: MemberRequest, context: LanguageContext): Completion[] {
  if (value === null) return request.style === ":" ? methods(request) : [];
  switch (value.kind) {
    case "namespace":
      return request.style === "." ? namespaceMembers(value.path, request, context) : [];
    case "standard":
      return request.style === "."
        ? libraryEntries(value.name).map((entry) => standardItem(entry, request.range))
        : [];
    case "shape":
      if (request.style === ":") return value.shape.kind === "string" ? methods(request) : [];
      return value.shape.kind === "object" ? fields(value.shape, request.range) : [];
    default:
      return [];
  }
}

/** Members of the script's own tables. After a colon, only functions. */
export function ownMembers(
  node: MemberExpression,
  { style, range }: MemberRequest,
  analysis: Analysis,
): Completion[] {
  return tableMembers(node.object, analysis, node).flatMap(({ name, value, isMethod }, index) => {
    const documentation = commentAbove(analysis.script, name.start);
    const order = index - 100;
    if (value?.kind === "function") {
      const detail = `${parameterList(value, analysis.script)}${isMethod ? " · method" : ""}`;
      return [completion(name.text, "function", range, order, { detail, documentation })];
    }
    return style === ":" ? [] : [completion(name.text, "field", range, order, { documentation })];
  });
}

/** A function or value of the standard library, under the last part of its name. */
export function standardItem(entry: StandardEntry, range: Range, order = 10): Completion {
  const label = entry.name.slice(entry.name.lastIndexOf(".") + 1);
  const documentation = `${codeBlock(standardLabel(entry))}\n\n${entry.summary}`;
  const { parameters, returns } = entry;
  if (parameters === null)
    return completion(label, "constant", range, order, { detail: returns, documentation });
  const detail = returns === "" ? parameters : `${parameters}: ${returns}`;
  return completion(label, "function", range, order, { detail, documentation });
}

/** They take no text first, or a format. */
const NO_METHODS: ReadonlySet<string> = new Set([
  ...["string.char", "string.pack", "string.packsize", "string.unpack"],
]);

function methods({ range }: MemberRequest): Completion[] {
  const entries = libraryEntries("string").filter(({ name }) => !NO_METHODS.has(name));
  return entries.map((entry) => ({
    ...standardItem(entry, range),
    detail: (entry.parameters ?? "").replace(/^\((?:s|format)(?:, )?/, "("),
  }));
}

function fields(shape: Extract<Shape, { kind: "object" }>, range: Range): Completion[] {
  return Object.entries(shape.fields).map(([label, field], order) => {
    const type = field.kind === "object" ? "table" : shapeText(field).split("\n")[0];
    const detail = `${field.optional ? "may be nil · " : ""}${type}`;
    return completion(label, "field", range, order, { detail, documentation: shapeMarkdown(label, field) });
  });
}

function namespaceMembers(
  path: readonly (string | null)[],
  request: MemberRequest,
  context: LanguageContext,
): Completion[] {
  const { range } = request;
  const place = placeOf(path, context.catalog);
  switch (place.kind) {
    case "app":
      return [completion("integrations", "namespace", range, 0, { detail: "services scripts can call" })];
    case "integrations":
      return context.catalog.integrations.map(({ id, title, summary }) =>
        completion(id, "namespace", range, 0, { detail: title, documentation: summary }),
      );
    case "integration":
      return [...functions(place.integration, request), ...accounts(place.integration, request, context)];
    case "account":
      return functions(place.integration, request);
    default:
      return [];
  }
}

function functions(integration: Integration, request: MemberRequest): Completion[] {
  const { range, typed, called } = request;
  const named = (prefix: string, firstOrder: number): Completion[] =>
    integration.functions.map((spec, index) => {
      const name = prefix + spec.name;
      return completion(name, "function", range, firstOrder + index, {
        detail: `${spec.kind} · ${spec.summary}`,
        documentation: functionMarkdown(spec),
        insert: called ? name : callSnippet(name, spec),
        snippet: !called,
      });
    });
  // The long names are offered to people who type them.
  const prefix = `${integration.id}_`;
  const typesPrefix = typed.startsWith(prefix) || (typed.length > 1 && prefix.startsWith(typed));
  return [...named("", 0), ...(typesPrefix ? named(prefix, 50) : [])];
}

function accounts(
  integration: Integration,
  { range }: MemberRequest,
  context: LanguageContext,
): Completion[] {
  return accountNames(integration, context).map((label, index) => {
    const path = `app.integrations.${integration.id}.${label}`;
    const calls = integration.functions.map((spec) => `${path}.${functionLabel(spec)}`).join("\n");
    return completion(label, "account", range, 20 + index, {
      detail: label === "default" ? "the default account" : "account",
      documentation: `Functions here use the account \`${label}\`:\n${codeBlock(calls)}`,
    });
  });
}
