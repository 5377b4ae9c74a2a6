import type { CallRow } from "../../../gateway/call-row";
import { luaKey, luaText } from "../../../language/write/lua-text";
import { isJsonArray } from "../../../shared/json";

/** A longer call gets a line for each argument, so it can be read in a narrow pane. */
const LINE = 60;

/** A call as Lua that repeats it: `app.integrations.whatsapp.get_message({ message_id = "wamid.1" })`. */
export function callAsLua({ path, args }: Pick<CallRow, "path" | "args">): string {
  const [root = "app", ...names] = path.split(".");
  const below = names.map(luaKey).map((key) => (key.startsWith("[") ? key : `.${key}`));
  const callee = root + below.join("");
  const line = `${callee}(${args.map((value) => luaText(value)).join(", ")})`;
  const [table] = args;
  if (line.length <= LINE || args.length !== 1 || typeof table !== "object") return line;
  if (table === null || isJsonArray(table)) return line;
  const fields = Object.entries(table).map(([key, value]) => `  ${luaKey(key)} = ${luaText(value, "  ")},\n`);
  return `${callee}({\n${fields.join("")}})`;
}
