/** Statements around a catalog function: the call itself, every page of a list, a write in `pcall`, a read tried again. */
import type { FunctionSpec, Integration } from "../../integrations/catalog";
import type { Analysis } from "../analysis";
import { visibleBindings } from "../caret";
import { comesInPages, functionMarkdown } from "../describe";
import type { Range } from "../parse/ast";
import { bindingValue } from "../values";
import { type Completion, callSnippet, completion, requiredFields } from "./item";

/** Snippets for all functions; `statement` when more than an expression fits. */
export function callSnippets(range: Range, statement: boolean, analysis: Analysis): Completion[] {
  return analysis.catalog.integrations.flatMap((integration) => {
    const path = shortestPath(range.start, integration, analysis);
    return integration.functions.flatMap((spec) => {
      const callee = `${path}.${spec.name}`;
      const name = `${integration.id}.${spec.name}`;
      const documentation = functionMarkdown(spec);
      const item = (label: string, detail: string, insert: string, order: number): Completion =>
        completion(label, "snippet", range, order, { detail, documentation, insert, snippet: true });
      const call = item(name, spec.summary, callSnippet(callee, spec), 25);
      if (!statement) return [call];
      return [
        call,
        ...(comesInPages(spec) ? [item(`${name}: all pages`, "fetch every page", allPages(callee), 26)] : []),
        spec.kind === "write"
          ? item(`${name}: in pcall`, "continue if it fails", inPcall(callee, spec), 26)
          : item(`${name}: retry`, "try a few times", retried(callee, spec), 27),
      ];
    });
  });
}

/** A local that holds the integration, or the whole path. */
function shortestPath(offset: number, { id }: Integration, analysis: Analysis): string {
  const alias = visibleBindings(analysis.script, offset).find((binding) => {
    const value = bindingValue(binding, analysis);
    return value?.kind === "namespace" && value.path.length === 2 && value.path[1] === id;
  });
  return alias?.text ?? `app.integrations.${id}`;
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
    `local ok, result = pcall(${callee}, {`,
    ...requiredFields(spec),
    "})",
    "if not ok then",
    '\tprint("failed: " .. result)',
    "end$0",
  ].join("\n");
}

function retried(callee: string, spec: FunctionSpec): string {
  const fields = requiredFields(spec);
  const args = fields.length === 0 ? "{}" : `{\n${fields.map((line) => `\t${line}`).join("\n")}\n\t}`;
  return [
    "local ok, result",
    "for _ = 1, 3 do",
    `\tok, result = pcall(${callee}, ${args})`,
    "\tif ok then",
    "\t\tbreak",
    "\tend",
    "end",
    "if not ok then",
    '\tprint("gave up: " .. result)',
    "end$0",
  ].join("\n");
}
