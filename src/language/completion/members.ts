/** What can stand behind a dot or a colon. */

import type { Integration, Shape } from "../../integrations/catalog";
import { commentAbove } from "../comment-above";
import type { LanguageContext } from "../context";
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
import type { MemberExpression, Range, Script } from "../parse/ast";
import { libraryEntries, type StandardEntry } from "../stdlib";
import { type Completion, callSnippet } from "./item";

export interface MemberRequest {
  readonly range: Range;
  /** What is typed of the name so far. */
  readonly typed: string;
  readonly style: "." | ":" | "[";
  /** True when a call follows already, so that only the name is inserted. */
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

/** Members of the script's own tables; methods alone behind a colon. */
export function ownMembers(
  node: MemberExpression,
  script: Script,
  { style, range }: MemberRequest,
  context: LanguageContext,
): Completion[] {
  return tableMembers(node.object, script, context.catalog, node).flatMap(
    ({ name, value, isMethod }, order): Completion[] => {
      const body = value?.kind === "function" ? value : null;
      if (style === ":" && body === null) return [];
      return [
        {
          ...{
            label: name.text,
            kind: body === null ? "field" : "function",
            insert: name.text,
            snippet: false,
          },
          detail: body === null ? "" : `${parameterList(body)}${isMethod ? " · method" : ""}`,
          documentation: commentAbove(script, name.start),
          ...{ range, order: order - 100 },
        },
      ];
    },
  );
}

/** A function or value of the standard library, under the last part of its name. */
export function standardItem(entry: StandardEntry, range: Range, order = 10): Completion {
  const label = entry.name.slice(entry.name.lastIndexOf(".") + 1);
  return {
    label,
    kind: entry.parameters === null ? "constant" : "function",
    detail:
      entry.parameters === null
        ? entry.returns
        : `${entry.parameters}${entry.returns && `: ${entry.returns}`}`,
    documentation: `${codeBlock(standardLabel(entry))}\n\n${entry.summary}`,
    insert: label,
    snippet: false,
    range,
    order,
  };
}

function methods({ range }: MemberRequest): Completion[] {
  return libraryEntries("string").map((entry) => ({
    ...standardItem(entry, range),
    detail: (entry.parameters ?? "").replace(/^\((?:s|format)(?:, )?/, "("),
  }));
}

function fields(shape: Extract<Shape, { kind: "object" }>, range: Range): Completion[] {
  return Object.entries(shape.fields).map(([label, field], order) => ({
    label,
    kind: "field",
    detail: `${field.optional ? "may be nil · " : ""}${field.kind === "object" ? "table" : shapeText(field).split("\n")[0]}`,
    documentation: shapeMarkdown(label, field),
    insert: label,
    snippet: false,
    range,
    order,
  }));
}

function namespaceMembers(
  path: readonly (string | null)[],
  request: MemberRequest,
  context: LanguageContext,
): Completion[] {
  const { range } = request;
  const place = placeOf(path, context.catalog);
  const plain = { snippet: false, range, order: 0 };
  switch (place.kind) {
    case "app":
      return [
        {
          ...plain,
          label: "integrations",
          kind: "namespace",
          detail: "services a script can call",
          documentation: "",
          insert: "integrations",
        },
      ];
    case "integrations":
      return context.catalog.integrations.map((integration) => ({
        ...plain,
        label: integration.id,
        kind: "namespace",
        detail: integration.title,
        documentation: integration.summary,
        insert: integration.id,
      }));
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
  const item = (name: string, order: number) => (spec: Integration["functions"][number]) =>
    ({
      label: name,
      kind: "function",
      detail: spec.kind,
      documentation: functionMarkdown(spec),
      insert: called ? name : callSnippet(name, spec),
      snippet: !called,
      range,
      order,
    }) satisfies Completion;
  const short = integration.functions.map((spec, order) => item(spec.name, order)(spec));
  // The long names come up for those who type them.
  const prefix = `${integration.id}_`;
  if (typed === "" || !(typed.startsWith(prefix) || (typed.length > 1 && prefix.startsWith(typed))))
    return short;
  return [
    ...short,
    ...integration.functions.map((spec, order) => item(prefix + spec.name, 50 + order)(spec)),
  ];
}

/** The accounts of an integration: `default` first, each once. */
export function accountNames(integration: Integration, context: LanguageContext): string[] {
  return [...new Set(["default", ...context.accounts(integration.id)])];
}

function accounts(
  integration: Integration,
  { range }: MemberRequest,
  context: LanguageContext,
): Completion[] {
  return accountNames(integration, context).map((label, index) => ({
    label,
    kind: "account",
    detail: label === "default" ? "the default account" : "account",
    documentation: `Functions called below it use the account \`${label}\`:\n${codeBlock(
      integration.functions
        .map((spec) => `app.integrations.${integration.id}.${label}.${functionLabel(spec)}`)
        .join("\n"),
    )}`,
    insert: label,
    snippet: false,
    range,
    order: 20 + index,
  }));
}
