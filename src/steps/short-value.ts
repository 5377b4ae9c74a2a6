import type { Moment, ShownTable, ShownValue } from "./moment";

/** Returns a value on one line, as Lua would write it, in about `room` characters. */
export function shortValue(value: ShownValue, tables: Moment["tables"], room: number): string {
  if (value.kind === "string") return quoted(value, room);
  if ("text" in value) return value.text;
  if (value.kind === "coroutine") return "coroutine";
  const table = tables[value.address];
  return table === undefined ? "{…}" : shortTable(table, tables, room);
}

function shortTable({ fields, more }: ShownTable, tables: Moment["tables"], room: number): string {
  const parts: string[] = [];
  let left = room - 2;
  let items = 0;
  for (const [key, value] of fields) {
    if (left < 4) return `{${[...parts, "…"].join(", ")}}`;
    const item = key.kind === "number" && key.text === String(items + 1);
    if (item) items++;
    const name = item ? "" : `${keyText(key, left)} = `;
    // Inner tables get half of the room, so their neighbours are visible too.
    const inner = Math.max(3, Math.min(left - name.length, value.kind === "table" ? room / 2 : left));
    const part = `${name}${shortValue(value, tables, inner)}`;
    parts.push(part);
    left -= part.length + 2;
  }
  return `{${[...parts, ...(more ? ["…"] : [])].join(", ")}}`;
}

function keyText(key: ShownValue, room: number): string {
  if (key.kind === "string" && key.cut === 0 && /^[A-Za-z_]\w*$/.test(key.text)) return key.text;
  return `[${shortValue(key, {}, room)}]`;
}

function quoted({ text, cut }: Extract<ShownValue, { kind: "string" }>, room: number): string {
  const whole = cut === 0 && text.length <= room;
  // Not in the middle of a pair of surrogates.
  const shown = whole ? text : text.slice(0, Math.max(1, room - 1)).replace(/[\ud800-\udbff]$/, "");
  return `${JSON.stringify(shown).replace(/\\u00(..)/g, "\\x$1")}${whole ? "" : "…"}`;
}
