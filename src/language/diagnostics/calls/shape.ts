/** How a function is called: with a dot, and with one table of named parameters. */
import type { Parameter } from "../../../integrations/catalog";
import type { Analysis } from "../../analysis";
import type { ApiCall, FunctionCall } from "../../api-call";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "../diagnostic";
import { checkPositions } from "./positions";

const CALL_SHAPE: Rule = { code: "call-shape", severity: "error", page: "language" };

export interface ShapeCheck {
  readonly marks: readonly Diagnostic[];
  /** The arguments are where they belong, so they can be checked. */
  readonly readable: boolean;
}

/** Marks for calls with a colon, lists in place of fields, and values in order. */
export function checkShape(call: FunctionCall, analysis: Analysis): ShapeCheck {
  const { parameters } = call.place.function;
  const listed = listInTable(call, parameters);
  const marks = [...colon(call), ...checkPositions(call, analysis), ...(listed === null ? [] : [listed])];
  return { marks, readable: listed === null };
}

function colon({ callee, guarded }: ApiCall): Diagnostic[] {
  if (callee.kind !== "member" || callee.style !== ":" || guarded) return [];
  const { separator, name } = callee;
  const range = { start: separator, end: separator + 1 };
  const message = `Call functions with a dot, not a colon: \`.${name.text}\`.`;
  const fixes = [replacing("Change : to .", range, ".")];
  return [mark(CALL_SHAPE, range, message, { fixes })];
}

/** `send_message({ "1555…", "Hi" })`: the host looks for names and finds none. */
function listInTable({ table }: ApiCall, parameters: readonly Parameter[]): Diagnostic | null {
  if (table === null || parameters.length === 0) return null;
  const items = table.fields.filter((field) => field.kind === "item");
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  if (items.some(({ value }) => value.kind === "vararg" || value.kind === "call" || value.kind === "missing"))
    return null;
  const plain = items.length === table.fields.length && items.length <= parameters.length;
  const edits = items.map(({ start }, at) => ({ start, end: start, text: `${parameters[at]?.name} = ` }));
  const fixes: Fix[] = plain ? [{ title: "Name the parameters", edits }] : [];
  const names = parameters.map(({ name }) => `${name} = …`).join(", ");
  const message = `Name each parameter: \`{ ${names} }\`.`;
  return mark(CALL_SHAPE, { start: first.start, end: last.end }, message, { fixes });
}
