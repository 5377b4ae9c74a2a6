import { callsAround, namedArguments, namedFields, reachedCall } from "./caret";
import { accountNames } from "./completion/members";
import type { LanguageContext } from "./context";
import { codeBlock, functionMarkdown, parameterMarkdown, shapeMarkdown, standardLabel } from "./describe";
import { hoverArgument } from "./hover-argument";
import { placeOf } from "./namespace-path";
import type { Binding, Range, Script } from "./parse/ast";
import { nodes } from "./parse/walk";
import { scriptOf } from "./script";
import { LIBRARIES, REMOVED, standardEntry } from "./stdlib";
import { bindingValue, inferenceFor, type Value, valueIn } from "./values";

export interface Hover {
  /** The word that is explained. */
  readonly range: Range;
  readonly markdown: string;
}

/** Explains the name at an offset; null where there is nothing to say. */
export function hover(source: string, offset: number, context: LanguageContext): Hover | null {
  const script = scriptOf(source);
  return (
    hoverArgument(script, offset, context) ??
    hoverParameter(script, offset, context) ??
    hoverName(script, offset, context) ??
    hoverDeclaration(script, offset, context)
  );
}

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end && range.end > range.start;
}

function hoverParameter(script: Script, offset: number, { catalog }: LanguageContext): Hover | null {
  for (const call of callsAround(script, offset)) {
    const reached = reachedCall(call, script, catalog);
    const table = reached === null ? null : namedArguments(reached);
    const field = table === null ? undefined : namedFields(table).find(({ name }) => holds(name, offset));
    const parameter = reached?.place.function.parameters.find(({ name }) => name === field?.name.text);
    if (field !== undefined && parameter !== undefined)
      return { range: field.name, markdown: parameterMarkdown(parameter) };
  }
  return null;
}

function hoverName(script: Script, offset: number, context: LanguageContext): Hover | null {
  const found = nodes(script).expressions.find(
    (node) =>
      (node.kind === "member" && holds(node.name, offset)) || (node.kind === "name" && holds(node, offset)),
  );
  if (found === undefined || (found.kind !== "name" && found.kind !== "member")) return null;
  const range = found.kind === "name" ? found : found.name;
  const label = found.kind === "name" ? found.text : found.name.text;
  const removed = found.kind === "name" && found.binding === null ? REMOVED.get(label) : undefined;
  if (removed !== undefined && !script.written.has(label))
    return { range, markdown: `\`${label}\` does not exist here: ${removed}.` };
  const value = valueIn(found, script, context.catalog);
  if (value === null && found.kind === "name" && found.binding !== null)
    return { range, markdown: codeBlock(`(${kindOf(found.binding)}) ${label}`) };
  const markdown = value === null ? null : explain(value, label, context);
  return markdown === null ? null : { range, markdown };
}

function hoverDeclaration(script: Script, offset: number, context: LanguageContext): Hover | null {
  const binding = script.bindings.find((candidate) => holds(candidate, offset));
  if (binding === undefined) return null;
  const value = bindingValue(binding, inferenceFor(script, context.catalog));
  const markdown = value === null ? null : explain(value, binding.text, context);
  return { range: binding, markdown: markdown ?? codeBlock(`(${kindOf(binding)}) ${binding.text}`) };
}

function kindOf({ kind, attrib }: Binding): string {
  if (kind === "loop") return "loop variable";
  return attrib === null || attrib === "" ? kind : `${kind} <${attrib}>`;
}

function explain(value: Value, label: string, context: LanguageContext): string | null {
  switch (value.kind) {
    case "standard": {
      const entry = standardEntry(value.name);
      if (entry !== undefined) return `${codeBlock(standardLabel(entry))}\n\n${entry.summary}`;
      return `${codeBlock(value.name)}\n\n${LIBRARIES.get(value.name) ?? ""}`;
    }
    case "shape":
      return shapeMarkdown(label, value.shape);
    case "function": {
      const names = value.body.parameters.map((parameter) => parameter.text);
      return codeBlock(`function ${label}(${[...names, ...(value.body.vararg ? ["..."] : [])].join(", ")})`);
    }
    case "table":
      return codeBlock(`${label}: table`);
    case "namespace":
      return describePlace(value.path, context);
  }
}

function describePlace(path: readonly (string | null)[], context: LanguageContext): string | null {
  const place = placeOf(path, context.catalog);
  switch (place.kind) {
    case "app":
      return `${codeBlock("app")}\n\nThe namespace of the agent host: \`app.integrations\`.`;
    case "integrations": {
      const names = context.catalog.integrations.map(({ id, title }) => `- \`${id}\`: ${title}`);
      return `${codeBlock("app.integrations")}\n\n${names.join("\n")}`;
    }
    case "integration": {
      const { id, title, summary, functions } = place.integration;
      const list = functions
        .map(({ name, kind, summary: what }) => `- \`${name}\` (${kind}): ${what}`)
        .join("\n");
      const accounts = accountNames(place.integration, context).map((name) => `\`${name}\``);
      return `${codeBlock(`app.integrations.${id}`)}\n\n**${title}.** ${summary}\n\n${list}\n\nAccounts: ${accounts.join(", ")}`;
    }
    case "account": {
      if (place.account === null) return null;
      const known = accountNames(place.integration, context).includes(place.account);
      const { title } = place.integration;
      return known
        ? `Account \`${place.account}\` of ${title}: the same functions, called with its credentials.`
        : `There is no account \`${place.account}\` of ${title}.`;
    }
    case "function":
      return `${functionMarkdown(place.function)}${place.account === null ? "" : `\n\nUses the account \`${place.account}\`.`}`;
    case "unknown":
      return null;
  }
}
