import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get } from "./requests";

/** Says whose token an account uses. */
export const getCurrentUser: FunctionSpec = {
  name: "get_current_user",
  kind: "read",
  icon: "ph:user-circle",
  summary: "Returns the owner of the account's access token: ID, name, email.",
  description:
    "Use it to check that an account works, and that it's the right one, before you send anything. Takes no parameters.",
  parameters: [],
  answer: shape.object({
    id: shape.string("ID of the user or system user behind the token."),
    name: shape.string("Its name."),
    email: shape.optional(shape.string("Its email address, if it has one and the token can read it.")),
  }),
  notes: [
    '**`email` is often absent.** Meta omits it if the user has none or the token lacks the `email` permission. System users usually have none. Use `user.email or "no email"`.',
    "**It is the token's owner, not the phone number.** For a system user's token, it's the system user, whichever number it sends from.",
  ],
  examples: [
    {
      title: "Check the connection",
      code: `local user = app.integrations.whatsapp.get_current_user()

print("Connected as " .. user.name .. " (" .. user.id .. ")")
`,
    },
  ],
  request(_args, account) {
    return get(account, ["me"], { fields: "id,name,email" });
  },
};
