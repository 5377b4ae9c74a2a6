import type { JsonObject } from "../../../../shared/json";
import type { Call } from "../graph/call";
import { fieldPicker } from "../graph/fields";
import type { Account } from "../world/account";

const picker = fieldPicker({ type: "User", known: ["id", "name", "email"], defaults: ["name", "id"] });

/** `GET /me`: the system user behind the token; `email` only when `fields` asks for it. */
export function currentUser(call: Call, account: Account): JsonObject {
  const { userId, userName, email } = account.token;
  return picker(call.query.get("fields"))({ id: userId, name: userName, email });
}
