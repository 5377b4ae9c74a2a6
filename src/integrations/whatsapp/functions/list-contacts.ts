import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get, phoneNumberId, text } from "./requests";
import { afterParameter, limitParameter, paging } from "./shapes";

/** Lists a business number's contacts. */
export const listContacts: FunctionSpec = {
  name: "list_contacts",
  kind: "read",
  icon: "ph:address-book",
  summary: "Lists the business number's contacts: WhatsApp ID and profile name.",
  description:
    "Returns one page of contacts. If `paging.next` is present, pass `paging.cursors.after` as `after` to get the next page. Contacts without a profile name have no `profile_name`.",
  parameters: [limitParameter("contacts"), afterParameter],
  answer: shape.object({
    data: shape.list(
      shape.object({
        wa_id: shape.string("WhatsApp ID: the number, digits only. Use it as `to`."),
        profile_name: shape.optional(shape.string("Their WhatsApp profile name.")),
      }),
    ),
    paging,
  }),
  notes: [
    "**Simulator only.** Meta's API has no contact list. In live mode the request is sent anyway and fails with Meta's error 100: `Tried accessing nonexisting field (contacts)`. For live mode, keep your own list of recipients.",
  ],
  examples: [
    {
      title: "Print everyone",
      code: `local result = app.integrations.whatsapp.list_contacts({})

for _, contact in ipairs(result.data) do
  print(contact.wa_id, contact.profile_name or "(no profile name)")
end
`,
    },
    {
      title: "Page by page",
      code: `local count, cursor = 0, nil

repeat
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = cursor })
  count = count + #page.data
  -- paging.next says whether there is more; the cursor alone does not.
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor

return count
`,
    },
  ],
  request(args, account) {
    return get(account, [phoneNumberId(account), "contacts"], {
      limit: text(args, "limit"),
      fields: "wa_id,profile_name",
      after: text(args, "after"),
    });
  },
};
