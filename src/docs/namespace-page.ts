import type { CallKind, FunctionSpec, Guide, Integration, Parameter } from "../integrations/catalog";
import { counted } from "../shared/counted";
import { luaBlock, page, table } from "../shared/markdown";
import type { DocPage } from "./docs";
import { callSignature, functionSection } from "./function-page";
import { guidePage } from "./guide-pages";

const GENERAL = [
  { name: "accounts", summary: "Using several accounts." },
  { name: "language", summary: "Lua reference." },
];

/**
 * The page of an integration: what it holds, how it is called, then each function with parameters and examples, as the host's
 * page of the namespace has it. `accounts` are the names that scripts can use now.
 */
export function namespacePage(
  integration: Integration,
  guides: readonly Guide[],
  accounts: readonly string[],
): DocPage {
  const { id, title, category, functions } = integration;
  const counts = describeCounts(integration);
  const own = page(
    `# ${title}`,
    integration.summary,
    `${counts}. Category: ${category}. Everything is in \`app.integrations.${id}\`.`,
    "## Functions",
    table(
      ["Function", "Operation", "What it does"],
      functions.map((fn) => [`\`${callSignature(fn.name, fn)}\``, fn.kind, fn.summary]),
    ),
    `Read \`integrations.${id}.NAME\` for a function's details, response and what the real API does.`,
    "## How a call works",
    callRules(id, functions),
    "## Several accounts",
    accountsExample(id, functions, accounts),
    "## Metadata-derived example",
    derivedExample(id, functions),
    "## Read on",
    [...guides.map(guidePage), ...GENERAL].map(({ name, summary }) => `- \`${name}\`: ${summary}`).join("\n"),
  );
  return {
    name: `integrations.${id}`,
    title,
    summary: `${integration.summary} ${counts[0]?.toUpperCase()}${counts.slice(1)}.`,
    kind: "namespace",
    own,
    markdown: page(own.trimEnd(), ...functions.map((fn) => functionSection(integration, fn))),
  };
}

/** `6 functions, 4 read, 2 write, bearer token`. */
function describeCounts({ functions, authorization }: Integration): string {
  const count = (kind: CallKind) => functions.filter((fn) => fn.kind === kind).length;
  return `${counted(functions.length, "function")}, ${count("read")} read, ${count("write")} write, ${authorization.label}`;
}

function callRules(id: string, functions: readonly FunctionSpec[]): string {
  const name = functions[0]?.name ?? "";
  return [
    `- Pass one table with named arguments, \`${name}({ … })\` or \`${name}{ … }\`, or no arguments. Positional arguments are ignored, as on the agent host.`,
    `- Each function has two names: \`${name}\`, and \`${id}_${name}\` as agents' tools are named.`,
    `- You can put an account in between: \`app.integrations.${id}.support.${name}\`. Without one, or with \`default\`, the default account is used.`,
    "- A call waits for its response and works anywhere: in `pcall`, a coroutine or a `table.sort` comparator.",
    "- On success it returns a plain table. On failure it raises a string that starts with the line of the call.",
  ].join("\n");
}

/** One call through the default account and through two others. */
function accountsExample(
  id: string,
  functions: readonly FunctionSpec[],
  accounts: readonly string[],
): string {
  const fn = functions[0];
  if (fn === undefined) return "";
  const names = accounts.filter((name) => name !== "default").slice(0, 2);
  const call = (account: string) => `app.integrations.${id}${account}.${fn.name}(${exampleArguments(fn)})`;
  return page(
    "Every account has the same functions. Only token and settings differ.",
    luaBlock([call(""), call(".default"), ...names.map((name) => call(`.${name}`))].join("\n")),
  ).trimEnd();
}

/** What the host derives from a function's metadata: each parameter with a placeholder, which the API itself refuses. */
function derivedExample(id: string, functions: readonly FunctionSpec[]): string {
  const fn = functions[0];
  if (fn === undefined) return "";
  const given = fn.parameters.map((parameter) => `  ${parameter.name} = ${placeholderFor(parameter)}`);
  const values = given.length === 0 ? "{}" : `{\n${given.join(",\n")}\n}`;
  return page(
    "The host lists functions prefixed with their integration's name. You can call that name too. Replace the placeholder values.",
    luaBlock(`local result = app.integrations.${id}.${id}_${fn.name}(${values})\nprint(result)`),
  ).trimEnd();
}

function placeholderFor({ name, type }: Parameter): string {
  switch (type) {
    case "string":
      return `"example_${name}"`;
    case "boolean":
      return "true";
    case "integer":
      return "1";
    case "array":
      return "{}";
  }
}

/** The required parameters with their example values: `{ to = "15551234567", body = "Hello" }`. */
function exampleArguments({ parameters }: FunctionSpec): string {
  const given = parameters.filter(({ required }) => required);
  return given.length === 0
    ? "{}"
    : `{ ${given.map(({ name, example }) => `${name} = ${example}`).join(", ")} }`;
}
