/** Calls below `app.integrations`, checked against the catalog as far as the text is literal. */
import type { Integration, Parameter } from "../../integrations/catalog";
import { argumentTable, namedFields } from "../caret";
import { accountNames } from "../completion/members";
import type { LanguageContext } from "../context";
import { type NamespacePath, placeOf } from "../namespace-path";
import type { CallExpression, Expression, MemberExpression, Range, Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { valueIn } from "../values";
import { type Diagnostic, didYouMean, mark, nearest, rename } from "./diagnostic";

/** Marks for calls. */
export function checkCalls(script: Script, context: LanguageContext): Diagnostic[] {
  return nodes(script).expressions.flatMap((node) =>
    node.kind === "call" ? checkCall(node, script, context) : [],
  );
}

function checkCall(call: CallExpression, script: Script, context: LanguageContext): Diagnostic[] {
  const value = valueIn(call.callee, script, context.catalog);
  if (value?.kind !== "namespace" || value.path.includes("")) return [];
  const place = placeOf(value.path, context.catalog);
  if (place.kind === "function") {
    const account = checkAccount(call.callee, value.path, place.integration, script, context);
    return [...account, ...checkArguments(call, place.function.parameters)];
  }
  return unknownFunction(call, value.path, script, context);
}

/** The member expression that wrote path element `index`; null when it stands elsewhere (in an alias). */
function writer(
  callee: Expression,
  index: number,
  script: Script,
  { catalog }: LanguageContext,
): MemberExpression | null {
  for (let node: Expression = callee; node.kind === "member" || node.kind === "index"; node = node.object) {
    const value = valueIn(node, script, catalog);
    if (node.kind === "member" && value?.kind === "namespace" && value.path.length === index + 1) return node;
  }
  return null;
}

function unknownFunction(
  call: CallExpression,
  path: NamespacePath,
  script: Script,
  context: LanguageContext,
): Diagnostic[] {
  const place = placeOf(path, context.catalog);
  const index = place.kind === "unknown" ? place.index : path.length - 1;
  if (path[index] === null) return [];
  const node = writer(call.callee, index, script, context);
  const { start, end } = node?.name ?? call.callee;
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
  const replaceable = meant !== null && node?.style === ".";
  return [
    mark("unknown-function", { start, end }, `Unknown function: \`${written}\`.${offer}`, {
      fixes: replaceable ? [rename({ start, end }, meant)] : [],
    }),
  ];
}

function checkAccount(
  callee: Expression,
  path: NamespacePath,
  integration: Integration,
  script: Script,
  context: LanguageContext,
): Diagnostic[] {
  const account = path.length === 4 ? path[2] : null;
  const names = accountNames(integration, context);
  if (account === null || account === undefined || names.includes(account)) return [];
  const node = writer(callee, 2, script, context);
  const { start, end } = node?.name ?? callee;
  const meant = nearest(account, names);
  const message = `There is no ${integration.title} account \`${account}\`.${didYouMean(meant)}`;
  const fixes = meant !== null && node?.style === "." ? [rename({ start, end }, meant)] : [];
  return [mark("unknown-account", { start, end }, message, { fixes })];
}

function checkArguments(call: CallExpression, parameters: readonly Parameter[]): Diagnostic[] {
  // In unfinished code the fields may still come.
  if (!call.closed) return [];
  const at = call.callee.kind === "member" ? call.callee.name : call.callee;
  if (call.args.length === 0) return missing(at, parameters);
  const table = argumentTable(call);
  if (table === null) return checkPositional(call, parameters);
  if (!table.closed) return [];
  const found: Diagnostic[] = [];
  const fields = namedFields(table);
  for (const { name, value } of fields) {
    const parameter = parameters.find((candidate) => candidate.name === name.text);
    if (parameter !== undefined) {
      found.push(...checkLiteral(parameter, value));
      continue;
    }
    const names = parameters.map((candidate) => candidate.name);
    const meant = nearest(
      name.text,
      names.filter((candidate) => !fields.some((field) => field.name.text === candidate)),
    );
    const known =
      names.length === 0 ? " The function takes no parameters." : ` Parameters: ${names.join(", ")}.`;
    const message = `There is no parameter \`${name.text}\`.${meant === null ? known : didYouMean(meant)}`;
    found.push(mark("unknown-field", name, message, { fixes: meant === null ? [] : [rename(name, meant)] }));
  }
  // A computed key or a list item can be anything.
  if (fields.length === table.fields.length)
    found.push(
      ...missing(
        at,
        parameters.filter(({ name }) => !fields.some((field) => field.name.text === name)),
      ),
    );
  return found;
}

function missing(at: Range, absent: readonly Parameter[]): Diagnostic[] {
  const required = absent.filter((parameter) => parameter.required);
  if (required.length === 0) return [];
  const names = required.map(({ name }) => `\`${name}\``).join(" and ");
  const message = `${names} ${required.length === 1 ? "is" : "are"} required.`;
  return [mark("missing-field", at, message)];
}

function checkPositional(call: CallExpression, parameters: readonly Parameter[]): Diagnostic[] {
  const found = call.args.flatMap((argument, index) => {
    const parameter = parameters[index];
    return parameter === undefined ? [] : checkLiteral(parameter, argument);
  });
  const open = call.args.some(({ kind }) => kind !== "string" && kind !== "number" && kind !== "boolean");
  if (open || call.style !== "(") return found;
  const at = call.callee.kind === "member" ? call.callee.name : call.callee;
  return [...found, ...missing(at, parameters.slice(call.args.length))];
}

/** Literals that the call would refuse; what the host coerces (`to = 15551234567`) is fine. */
function checkLiteral(parameter: Parameter, value: Expression): Diagnostic[] {
  const { name, type, required, maxLength } = parameter;
  const wrong = (got: string): Diagnostic[] => {
    const message = `\`${name}\` wants ${type === "integer" || type === "array" ? "an" : "a"} ${type}, not ${got}.`;
    return [mark("wrong-type", value, message)];
  };
  if (value.kind === "function") return wrong("a function");
  if (value.kind === "table" && type !== "array") return wrong("a table");
  if (value.kind === "nil" && required) return missing(value, [parameter]);
  if (value.kind !== "string") return [];
  if (type === "integer" && !/^\s*[-+]?\d+\s*$/.test(value.value)) return wrong("this text");
  if (required && type === "string" && (value.value === "" || value.value === "0"))
    return missing(value, [parameter]);
  const length = maxLength === undefined ? 0 : [...value.value].length;
  if (maxLength === undefined || length <= maxLength) return [];
  const message = `\`${name}\` holds at most ${maxLength} characters; this text has ${length}.`;
  return [mark("too-long", value, message)];
}
