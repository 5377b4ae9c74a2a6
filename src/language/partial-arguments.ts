import type { PartialTable, PartialValue } from "../integrations/argument-help";
import type { FunctionCall } from "./api-call";
import type { Expression, TableExpression } from "./parse/ast";

/** How far locals that hold locals are followed. */
const MAX_STEPS = 20;

/**
 * Returns the arguments of an unfinished call, by parameter. `except`: the offset of a field or item that is still being typed,
 * which doesn't count.
 */
export function partialArguments({ table }: FunctionCall, except = -1): PartialTable {
  return table === null
    ? { kind: "table", items: [], fields: new Map(), complete: true }
    : partialTable(table, except, MAX_STEPS);
}

function partialTable(table: TableExpression, except: number, steps: number): PartialTable {
  const items: PartialValue[] = [];
  const fields = new Map<string, PartialValue>();
  let complete = table.closed;
  for (const field of table.fields) {
    if (field.start === except) continue;
    if (field.kind === "named") fields.set(field.name.text, partialValue(field.value, except, steps - 1));
    else if (field.kind === "item") items.push(partialValue(field.value, except, steps - 1));
    else complete = false;
  }
  return { kind: "table", items, fields, complete };
}

function partialValue(expression: Expression, except: number, steps: number): PartialValue {
  if (steps <= 0) return UNKNOWN;
  switch (expression.kind) {
    case "paren":
      return partialValue(expression.inner, except, steps - 1);
    case "table":
      return partialTable(expression, except, steps);
    case "name": {
      const { binding } = expression;
      const fixed = binding !== null && !binding.uses.some(({ write }) => write);
      return fixed && binding.origin.kind === "value"
        ? partialValue(binding.origin.value, except, steps - 1)
        : UNKNOWN;
    }
    default:
      return scalarOf(expression);
  }
}

const UNKNOWN: PartialValue = { kind: "unknown" };

/** The value of a literal that is not a table. */
export function scalarOf(expression: Expression): PartialValue {
  switch (expression.kind) {
    case "nil":
      return { kind: "nil" };
    case "string":
      return { kind: "text", value: expression.value };
    case "boolean":
      return { kind: "boolean", value: expression.value };
    case "number": {
      const value = Number(expression.text);
      return Number.isFinite(value) ? { kind: "number", value } : UNKNOWN;
    }
    case "unary": {
      const operand = expression.operator === "-" ? scalarOf(expression.operand) : UNKNOWN;
      return operand.kind === "number" ? { kind: "number", value: -operand.value } : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}
