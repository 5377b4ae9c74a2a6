import type { CallRow } from "../../../gateway/call-row";
import { luaKey, luaText } from "../../../language/write/lua-text";

/** A call as Lua that makes it again: `app.integrations.whatsapp.send_message({ to = "15551234567", body = "Hi" })`. */
export function callAsLua({ path, args }: Pick<CallRow, "path" | "args">): string {
  const [root = "app", ...names] = path.split(".");
  const below = names.map(luaKey).map((key) => (key.startsWith("[") ? key : `.${key}`));
  return `${root}${below.join("")}(${args.map((value) => luaText(value)).join(", ")})`;
}
