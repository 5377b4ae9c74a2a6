import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get } from "./requests";

/** Says whose token an account uses. */
export const getCurrentUser: FunctionSpec = {
  name: "get_current_user",
  kind: "read",
  icon: "ph:user-circle",
  summary: "Says whose access token the account uses: ID, name, email.",
  description:
    "A quick way to see that an account works before sending anything, and that it is the account you meant. It takes no parameters.",
  parameters: [],
  answer: shape.object({
    id: shape.string("ID of the user or system user behind the token."),
    name: shape.string("Its name."),
    email: shape.optional(shape.string("Its email address, if it has one the token may see.")),
  }),
  notes: [
    '**`email` is often absent.** Meta leaves it out when the user has none or the token lacks the `email` permission, and system users usually have none. Write `user.email or "no email"`.',
    "**It is the token's owner, not the phone number.** A system user's token names the system user, whatever number it sends from.",
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
