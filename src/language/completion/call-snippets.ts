/** Statements around a catalog function: the call itself, every page of a list, a write in `pcall`, a read tried again. */
import type { FunctionSpec, Integration } from "../../integrations/catalog";
import type { LanguageContext } from "../context";
import { functionMarkdown } from "../describe";
import type { Range, Script } from "../parse/ast";
import { bindingValue, inferenceFor } from "../values";
import { type Completion, callSnippet, requiredFields } from "./item";
import { visibleBindings } from "./visible";

/** Snippets for all functions; `statement` when more than an expression fits. */
export function callSnippets(
  script: Script,
  range: Range,
  statement: boolean,
  context: LanguageContext,
): Completion[] {
  return context.catalog.integrations.flatMap((integration) => {
    const path = shortestPath(script, range.start, integration, context);
    return integration.functions.flatMap((spec) => {
      const callee = `${path}.${spec.name}`;
      const name = `${integration.id}.${spec.name}`;
      const item = (label: string, detail: string, insert: string, order: number): Completion => ({
        ...{ label, kind: "snippet", detail, insert, snippet: true, range, order },
        documentation: functionMarkdown(spec),
      });
      const call = item(name, spec.summary, callSnippet(callee, spec), 25);
      if (!statement) return [call];
      return [
        call,
        ...(isPaged(spec)
          ? [item(`${name}: all pages`, "fetches page after page", allPages(callee), 26)]
          : []),
        spec.kind === "write"
          ? item(`${name}: in pcall`, "goes on when it fails", inPcall(callee, spec), 26)
          : item(`${name}: retry`, "tries a few times", retried(callee, spec), 27),
      ];
    });
  });
}

/** A local that holds the integration, or the whole path. */
function shortestPath(
  script: Script,
  offset: number,
  { id }: Integration,
  { catalog }: LanguageContext,
): string {
  const inference = inferenceFor(script, catalog);
  const alias = visibleBindings(script, offset).find((binding) => {
    const value = bindingValue(binding, inference);
    return value?.kind === "namespace" && value.path.length === 2 && value.path[1] === id;
  });
  return alias?.text ?? `app.integrations.${id}`;
}

/** Lists that come in pages take `after` and answer with `data`. */
function isPaged({ parameters, answer }: FunctionSpec): boolean {
  const after = parameters.some(({ name }) => name === "after");
  return after && answer.kind === "object" && answer.fields.data?.kind === "array";
}

function allPages(callee: string): string {
  return [
    "local cursor",
    "repeat",
    `\tlocal page = ${callee}({ limit = \${1:100}, after = cursor })`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's field.
    "\tfor _, ${2:item} in ipairs(page.data) do",
    "\t\t$0",
    "\tend",
    "\tcursor = page.paging and page.paging.next and page.paging.cursors.after",
    "until not cursor",
  ].join("\n");
}

function inPcall(callee: string, spec: FunctionSpec): string {
  return [
    `local ok, answer = pcall(${callee}, {`,
    ...requiredFields(spec),
    "})",
    "if not ok then",
    '\tprint("failed: " .. answer)',
    "end$0",
  ].join("\n");
}

function retried(callee: string, spec: FunctionSpec): string {
  const fields = requiredFields(spec);
  const args = fields.length === 0 ? "{}" : `{\n${fields.map((line) => `\t${line}`).join("\n")}\n\t}`;
  return [
    "local ok, answer",
    "for _ = 1, 3 do",
    `\tok, answer = pcall(${callee}, ${args})`,
    "\tif ok then",
    "\t\tbreak",
    "\tend",
    "end",
    "if not ok then",
    '\tprint("gave up: " .. answer)',
    "end$0",
  ].join("\n");
}
