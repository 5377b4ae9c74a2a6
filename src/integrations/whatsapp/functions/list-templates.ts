import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { TEMPLATE_CATEGORIES, TEMPLATE_STATUSES } from "../template-words";
import { get, phoneNumberId, setting, text } from "./requests";
import { afterParameter, limitParameter, paging } from "./shapes";

const { string, optional, oneOf, list, object } = shape;

const button = object({
  type: oneOf(["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "MPM"]),
  text: optional(string("Label of the button.")),
  url: optional(string("Target of a URL button; may end in a placeholder.")),
  phone_number: optional(string("Number a call button dials.")),
  example: optional(list(string(), "Sample values of the placeholder.")),
});

const namedExamples = optional(list(object({ param_name: string(), example: string() })));

const example = object(
  {
    header_text: optional(list(string())),
    header_text_named_params: namedExamples,
    header_handle: optional(list(string())),
    body_text: optional(list(list(string()), "A list in a list, for the placeholders in order.")),
    body_text_named_params: namedExamples,
  },
  "Sample values of the placeholders.",
);

const component = object({
  type: oneOf(["HEADER", "BODY", "FOOTER", "BUTTONS"]),
  format: optional(
    oneOf(["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"], "Headers only: what the header holds."),
  ),
  text: optional(string("The text, its placeholders written `{{1}}` or `{{name}}`.")),
  example: optional(example),
  buttons: optional(list(button, "Of the part `BUTTONS` only.")),
});

const template = object({
  id: string("ID of the template in this language."),
  name: string("What `send_template` takes as `template_name`."),
  status: oneOf(TEMPLATE_STATUSES),
  language: string("What `send_template` takes as `language`."),
  category: oneOf(TEMPLATE_CATEGORIES),
  components: list(component, "The parts of the template, as Meta approved them."),
});

/** Lists the templates of the WhatsApp Business Account. */
export const listTemplates: FunctionSpec = {
  name: "list_templates",
  kind: "read",
  icon: "ph:files",
  summary: "Lists the message templates of the account, with status, language and parts.",
  description: [
    "Gives one page of templates. `paging.next` is there as long as another page follows; pass `paging.cursors.after` as `after` to get it.",
    "Templates of every status are listed. Only those with the status `APPROVED` can be sent; look at `status` before you do.",
  ].join("\n\n"),
  parameters: [limitParameter("templates"), afterParameter],
  answer: object({ data: list(template), paging }),
  notes: [
    "**Templates belong to the WhatsApp Business Account**, not to the number. Give the account its WhatsApp Business Account ID; without it the request goes to the phone number, and Meta refuses it (code 100, `nonexisting field (message_templates)`).",
    "**The token needs the permission `whatsapp_business_management`** for this function, beside `whatsapp_business_messaging` for sending.",
    "**Cursors are short-lived.** Do not store them; one that has expired ends in code 131059, and the list has to be started again.",
  ],
  examples: [
    {
      title: "What can be sent",
      code: `local result = app.integrations.whatsapp.list_templates({ limit = 50 })

for _, template in ipairs(result.data) do
  if template.status == "APPROVED" then
    print(template.name, template.language, template.category)
  end
end
`,
    },
    {
      title: "All pages, one after the other",
      code: `local names, cursor = {}, nil

repeat
  local page = app.integrations.whatsapp.list_templates({ limit = 2, after = cursor })
  for _, template in ipairs(page.data) do
    names[#names + 1] = template.name
  end
  -- The last page has a cursor too: only paging.next says that there is more.
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor

print(#names .. " templates: " .. table.concat(names, ", "))
`,
    },
  ],
  request(args, account) {
    return get(account, [setting(account, "waba_id") ?? phoneNumberId(account), "message_templates"], {
      limit: text(args, "limit"),
      fields: "name,status,language,category,components",
      after: text(args, "after"),
    });
  },
};
