import type { Field, FunctionSpec } from "../../catalog";
import { afterParameter, limitParameter } from "./list-parameters";
import { get, phoneNumberId, setting, text } from "./requests";
import { paging } from "./shapes";

const button: Field = {
  kind: "object",
  fields: {
    type: {
      kind: "string",
      values: ["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "MPM"],
    },
    text: { kind: "string", optional: true, description: "Label of the button." },
    url: { kind: "string", optional: true, description: "Target of a URL button; may end in a gap." },
    phone_number: { kind: "string", optional: true, description: "Number a call button dials." },
    example: {
      kind: "array",
      optional: true,
      items: { kind: "string" },
      description: "Sample values of the gap.",
    },
  },
};

const components: Field = {
  kind: "array",
  description: "The parts of the template, as Meta approved them.",
  items: {
    kind: "object",
    fields: {
      type: { kind: "string", values: ["HEADER", "BODY", "FOOTER", "BUTTONS"] },
      format: {
        kind: "string",
        optional: true,
        values: ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"],
        description: "Headers only: what the header holds.",
      },
      text: {
        kind: "string",
        optional: true,
        description: "The text, its gaps written `{{1}}` or `{{name}}`.",
      },
      example: {
        kind: "object",
        optional: true,
        description: "Sample values of the gaps.",
        fields: {
          header_text: { kind: "array", optional: true, items: { kind: "string" } },
          header_text_named_params: {
            kind: "array",
            optional: true,
            items: {
              kind: "object",
              fields: { param_name: { kind: "string" }, example: { kind: "string" } },
            },
          },
          header_handle: { kind: "array", optional: true, items: { kind: "string" } },
          body_text: {
            kind: "array",
            optional: true,
            description: "A list in a list, for the gaps in order.",
            items: { kind: "array", items: { kind: "string" } },
          },
          body_text_named_params: {
            kind: "array",
            optional: true,
            items: {
              kind: "object",
              fields: { param_name: { kind: "string" }, example: { kind: "string" } },
            },
          },
        },
      },
      buttons: { kind: "array", optional: true, description: "Of the part `BUTTONS` only.", items: button },
    },
  },
};

/** Lists the templates of the WhatsApp Business Account. */
export const listTemplates: FunctionSpec = {
  name: "list_templates",
  kind: "read",
  summary: "Lists the message templates of the account, with status, language and parts.",
  description: [
    "Gives one page of templates. `paging.next` is there as long as another page follows; pass `paging.cursors.after` as `after` to get it.",
    "Templates of every status are listed. Only those with the status `APPROVED` can be sent; look at `status` before you do.",
  ].join("\n\n"),
  parameters: [limitParameter("templates"), afterParameter],
  answer: {
    kind: "object",
    fields: {
      data: {
        kind: "array",
        items: {
          kind: "object",
          fields: {
            id: { kind: "string", description: "ID of the template in this language." },
            name: { kind: "string", description: "What `send_template` takes as `template_name`." },
            status: {
              kind: "string",
              values: [
                "APPROVED",
                "PENDING",
                "REJECTED",
                "PAUSED",
                "DISABLED",
                "IN_APPEAL",
                "PENDING_DELETION",
                "DELETED",
                "LIMIT_EXCEEDED",
                "ARCHIVED",
              ],
            },
            language: { kind: "string", description: "What `send_template` takes as `language`." },
            category: { kind: "string", values: ["UTILITY", "MARKETING", "AUTHENTICATION"] },
            components,
          },
        },
      },
      paging,
    },
  },
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
