/** How a function is called: with a dot, and with one table or with values in order. */
import type { Parameter } from "../../../integrations/catalog";
import type { ApiCall } from "../../api-call";
import { type Diagnostic, type Fix, mark, type Rule, replacing } from "../diagnostic";

const CALL_SHAPE: Rule = { code: "call-shape", severity: "error", page: "language" };

export interface ShapeCheck {
  readonly marks: readonly Diagnostic[];
  /** The arguments are where they belong, so that they can be looked at. */
  readonly readable: boolean;
}

/** Marks for calls with a colon, lists in place of fields, and tables among positional values. */
export function checkShape(call: ApiCall, parameters: readonly Parameter[]): ShapeCheck {
  const marks: Diagnostic[] = [...colon(call)];
  const listed = listInTable(call, parameters);
  const mixed = listed === null ? tableAmongValues(call, parameters) : null;
  for (const found of [listed, mixed]) if (found !== null) marks.push(found);
  return { marks, readable: listed === null && mixed === null };
}

function colon({ callee, guarded }: ApiCall): Diagnostic[] {
  if (callee.kind !== "member" || callee.style !== ":" || guarded) return [];
  const { separator, name } = callee;
  const range = { start: separator, end: separator + 1 };
  const message = `Functions are called with a dot, not with a colon: \`.${name.text}\`.`;
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
  const message = `In a table each parameter has its name: \`{ ${names} }\`.`;
  return mark(CALL_SHAPE, { start: first.start, end: last.end }, message, { fixes });
}

/** `send_message({ to = … }, "Hi")`: with more than one value, all count by position. */
function tableAmongValues({ args }: ApiCall, parameters: readonly Parameter[]): Diagnostic | null {
  if (args.length < 2) return null;
  const table = args.find((arg, at) => arg.kind === "table" && parameters[at]?.type !== "array");
  if (table === undefined) return null;
  return mark(
    CALL_SHAPE,
    table,
    "A call takes one table, or values in order: not a table among other values.",
  );
}
