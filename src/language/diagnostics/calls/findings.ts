/** What an integration's checks found in a call's arguments, as marks in the text. */
import type { ArgumentFix, ArgumentPath, Finding } from "../../../integrations/argument-help";
import type { Analysis } from "../../analysis";
import type { FunctionCall } from "../../api-call";
import { indentAt } from "../../lines";
import type { Expression, ParsedScript } from "../../parse/ast";
import { type Edit, intoTable } from "../../write/into-table";
import { luaKey, luaText } from "../../write/lua-text";
import type { Diagnostic, Fix } from "../diagnostic";
import { type Arguments, locate } from "./literal";

/** Runs the checks of the call's integration. */
export function checkMeaning(
  call: FunctionCall,
  args: Arguments,
  page: string,
  { script, context }: Analysis,
): Diagnostic[] {
  const { integration, function: spec } = call.place;
  const help = context.help.get(integration.id);
  if (help === undefined) return [];
  return help.check(spec.name, args.value, context.data?.(integration.id) ?? null).map((finding) => {
    const { literal, name, whole } = locate(args, finding.path);
    const { start, end } = (finding.key ? name : literal?.written) ?? call.at;
    const fixes = (finding.fixes ?? []).flatMap((fix) => {
      const edits = editsFor(fix, finding, whole, call, args, script);
      return edits === null ? [] : [{ title: fix.title, edits } satisfies Fix];
    });
    const { code, severity, message } = finding;
    return { start, end, severity, code, message, fixes, page: finding.page ?? page };
  });
}

/** Returns `null` if what should change is not written as a literal. */
function editsFor(
  fix: ArgumentFix,
  { path }: Finding,
  whole: boolean,
  call: FunctionCall,
  args: Arguments,
  script: ParsedScript,
): readonly Edit[] | null {
  if ("replace" in fix || "wrap" in fix) {
    const literal = whole ? locate(args, path).literal : null;
    if (literal === null || literal.source !== literal.written) return null;
    const { start, end } = literal.written;
    if ("wrap" in fix)
      return [
        { start, end: start, text: "{ " },
        { start: end, end, text: " }" },
      ];
    return [{ start, end, text: luaText(fix.replace, indentAt(script, start)) }];
  }
  const table = tableAt(fix.to, call, args);
  if (table?.kind !== "table" || !table.closed) return null;
  return intoTable(script, table, (indent) =>
    "append" in fix
      ? fix.append.map((item) => luaText(item, indent))
      : [`${luaKey(fix.key)} = ${luaText(fix.value, indent)}`],
  );
}

function tableAt(path: ArgumentPath, call: FunctionCall, args: Arguments): Expression | null {
  if (path.length === 0) return call.table;
  const { literal, whole } = locate(args, path);
  return whole ? (literal?.source ?? null) : null;
}
