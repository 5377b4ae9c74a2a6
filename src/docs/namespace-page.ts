import type { CallKind, FunctionSpec, Guide, Integration } from "../integrations/catalog";
import { counted } from "../shared/counted";
import { luaBlock, page, table } from "../shared/markdown";
import type { DocPage } from "./docs";
import { callSignature } from "./function-page";
import { guidePage } from "./guide-pages";

const GENERAL = [
  { name: "accounts", summary: "Several accounts side by side." },
  { name: "language", summary: "The Lua that scripts can use." },
];

/** The page of an integration: what it holds, how it is called, where each function is explained. */
export function namespacePage(integration: Integration, guides: readonly Guide[]): DocPage {
  const { id, title, functions } = integration;
  const counts = describeCounts(integration);
  return {
    name: `integrations.${id}`,
    title,
    summary: `${integration.summary} ${counts[0]?.toUpperCase()}${counts.slice(1)}.`,
    kind: "namespace",
    markdown: page(
      `# ${title}`,
      integration.summary,
      `${counts}. Everything is below \`app.integrations.${id}\`.`,
      "## Functions",
      table(
        ["Function", "Kind", "What it does"],
        functions.map((fn) => [`\`${callSignature(fn.name, fn)}\``, fn.kind, fn.summary]),
      ),
      `Read \`integrations.${id}.NAME\` for one of them: parameters, answer, examples.`,
      "## How a call works",
      callRules(id, functions),
      ...firstExample(functions),
      "## Read on",
      [...guides.map(guidePage), ...GENERAL]
        .map(({ name, summary }) => `- \`${name}\`: ${summary}`)
        .join("\n"),
    ),
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
    `- A call takes one table with names, \`${name}({ … })\` or \`${name}{ … }\`, or nothing at all. Values by position are lost, as on the agent host.`,
    `- Each function has two names: \`${name}\` and, as agents' tools are called, \`${id}_${name}\`.`,
    `- An account may stand in between: \`app.integrations.${id}.support.${name}\`. Without one, or with \`default\`, the default account is used.`,
    "- A call waits for its answer and can stand anywhere: in `pcall`, in a coroutine, in a `table.sort` comparator.",
    "- Success gives a plain table. Failure raises an error whose message is a string, the line of the call in front.",
  ].join("\n");
}

function firstExample(functions: readonly FunctionSpec[]): string[] {
  const example = functions[0]?.examples[0];
  return example === undefined ? [] : ["## A first script", luaBlock(example.code)];
}
