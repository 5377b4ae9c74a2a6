import type { TableNode, TableValue } from "../../runtime/output";
import type { Moment, ShownTable, ShownValue } from "../../steps/moment";

type Tables = Moment["tables"];

/** A step's value as a tree, like a printed table. Its branches are created lazily. */
export function valueTree(value: ShownValue, tables: Tables, inside: readonly number[] = []): TableValue {
  switch (value.kind) {
    case "number":
    case "boolean":
      return { kind: value.kind, text: value.text };
    case "string":
      return { kind: "string", text: value.cut === 0 ? value.text : `${value.text}…` };
    case "coroutine":
      return { kind: "other", text: "coroutine" };
    case "table": {
      const depth = inside.indexOf(value.address);
      if (depth >= 0) return { kind: "other", text: cycleText(inside.length - depth) };
      const table = tables[value.address];
      if (table === undefined) return { kind: "other", text: "{…}" };
      return { kind: "table", table: tableNode(table, tables, [...inside, value.address]) };
    }
    default:
      return { kind: "other", text: value.text };
  }
}

function cycleText(levels: number): string {
  return levels === 1 ? "this table again" : `the table ${levels} levels up again`;
}

function tableNode({ fields, more }: ShownTable, tables: Tables, inside: readonly number[]): TableNode {
  const isList =
    fields.length > 0 && fields.every(([key], index) => key.kind === "number" && key.text === `${index + 1}`);
  let entries: TableNode["entries"] | null = null;
  return {
    kind: isList ? "list" : "map",
    omitted: 0,
    get entries() {
      if (entries !== null) return entries;
      const read = fields.map(([key, value]): TableNode["entries"][number] => [
        keyText(key, isList),
        valueTree(value, tables, inside),
      ]);
      entries = more ? [...read, ["…", { kind: "other", text: "more entries not shown" }]] : read;
      return entries;
    },
  };
}

/** A name verbatim, or another key as Lua writes it. */
function keyText(key: ShownValue, inList: boolean): string {
  if (key.kind === "string")
    return /^[A-Za-z_]\w*$/.test(key.text) ? key.text : `[${JSON.stringify(key.text)}]`;
  if (inList && key.kind === "number") return key.text;
  return `[${"text" in key ? key.text : key.kind}]`;
}
