import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { get, phoneNumberId, text } from "./requests";
import { afterParameter, limitParameter, paging } from "./shapes";

/** Lists the people a business number knows. */
export const listContacts: FunctionSpec = {
  name: "list_contacts",
  kind: "read",
  icon: "ph:address-book",
  summary: "Lists the contacts of the business phone number: WhatsApp ID and profile name.",
  description:
    "Gives one page of contacts. `paging.next` is there as long as another page follows; pass `paging.cursors.after` as `after` to get it. A contact who has set no profile name has no `profile_name`.",
  parameters: [limitParameter("contacts"), afterParameter],
  answer: shape.object({
    data: shape.list(
      shape.object({
        wa_id: shape.string("WhatsApp ID: the number, digits only. Use it as `to`."),
        profile_name: shape.optional(shape.string("The name the person goes by on WhatsApp.")),
      }),
    ),
    paging,
  }),
  notes: [
    "**Meta's real API has no contact list.** The simulator has one, since this namespace promises it. Live, the request is sent all the same and ends in Meta's own refusal, code 100: `Tried accessing nonexisting field (contacts)`. Keep your own list of recipients for live use.",
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
