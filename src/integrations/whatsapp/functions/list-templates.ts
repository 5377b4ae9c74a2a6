import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { TEMPLATE_CATEGORIES, TEMPLATE_STATUSES } from "../template-words";
import { get, phoneNumberId, setting, text } from "./requests";
import { afterParameter, limitParameter, paging } from "./shapes";

const { string, optional, oneOf, list, object } = shape;

const button = object({
  type: oneOf(["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "MPM"]),
  text: optional(string("Label of the button.")),
  url: optional(string("Target of a URL button. May end in a placeholder.")),
  phone_number: optional(string("Number a call button dials.")),
  example: optional(list(string(), "Sample value of the placeholder.")),
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
    oneOf(["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"], "Headers only: the header's format."),
  ),
  text: optional(string("The text, with placeholders such as `{{1}}` or `{{name}}`.")),
  example: optional(example),
  buttons: optional(list(button, "Only in the `BUTTONS` part.")),
});

const template = object({
  id: string("The template's ID in this language."),
  name: string("Pass it to `send_template` as `template_name`."),
  status: oneOf(TEMPLATE_STATUSES),
  language: string("Pass it to `send_template` as `language`."),
  category: oneOf(TEMPLATE_CATEGORIES),
  components: list(component, "The template's parts, as approved by Meta."),
});

/** Lists the templates of the WhatsApp Business Account. */
export const listTemplates: FunctionSpec = {
  name: "list_templates",
  kind: "read",
  icon: "ph:files",
  summary: "Lists the account's message templates with status, language and parts.",
  description: [
    "Returns one page of templates. If `paging.next` is present, pass `paging.cursors.after` as `after` to get the next page.",
    "Lists templates of every status. You can only send those whose `status` is `APPROVED`.",
  ].join("\n\n"),
  parameters: [limitParameter("templates"), afterParameter],
  answer: object({ data: list(template), paging }),
  notes: [
    "**Templates belong to the WhatsApp Business Account**, not to the number. Add the WhatsApp Business Account ID to the account. Without it the request goes to the phone number and fails (code 100, `nonexisting field (message_templates)`).",
    "**The token needs the permission `whatsapp_business_management`** for this function, plus `whatsapp_business_messaging` for sending.",
    "**Cursors are short-lived.** Don't store them. An expired one fails with 131059, and you have to start over.",
  ],
  examples: [
    {
      title: "List approved templates",
      code: `local result = app.integrations.whatsapp.list_templates({ limit = 50 })

for _, template in ipairs(result.data) do
  if template.status == "APPROVED" then
    print(template.name, template.language, template.category)
  end
end
`,
    },
    {
      title: "Fetch all pages",
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
