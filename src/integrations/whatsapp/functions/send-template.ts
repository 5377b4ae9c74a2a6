import { member } from "../../../shared/json";
import type { FunctionSpec } from "../../catalog";
import { shape } from "../../shape";
import { componentPlaces, componentsOf } from "./components";
import { postMessages, toPerson } from "./requests";
import { to } from "./send-message";
import { sentAnswer } from "./shapes";

/** Sends an approved template to one person. */
export const sendTemplate: FunctionSpec = {
  name: "send_template",
  kind: "write",
  icon: "ph:paper-plane-tilt",
  summary: "Sends an approved template to someone, at any time.",
  description: [
    "A template is a text approved by Meta, with placeholders for the parts that vary. Outside the customer service window, only templates are delivered.",
    "Name and language identify the template: `order_update` in `en` and in `de` are different. `components` fills the placeholders: one entry for the `header`, one for the `body`, one for each `button` with a placeholder. Footers have none. Omit `components` if the template has no placeholders.",
    "The page `templates` explains the parts and parameter types.",
  ].join("\n\n"),
  parameters: [
    to,
    {
      name: "template_name",
      type: "string",
      required: true,
      description: "Template name, as in `list_templates`.",
      missing: "template_name is required.",
      example: '"hello_world"',
    },
    {
      name: "language",
      type: "string",
      required: false,
      description: "The template's language code, e.g. `en_US`.",
      default: "en",
      example: '"en_US"',
    },
    {
      name: "components",
      type: "array",
      required: false,
      description:
        "Placeholder values: a list of `{ type, parameters }`. Buttons also need `sub_type` and `index`. A JSON string of the list is also accepted.",
      example: '{ { type = "body", parameters = { { type = "text", text = "#12345" } } } }',
      structure: {
        title: "Component structure",
        json: [{ type: "body", parameters: [{ type: "text", text: "John" }] }],
      },
    },
  ],
  answer: sentAnswer({
    message_status: shape.optional(
      shape.oneOf(
        ["accepted", "held_for_quality_assessment", "paused"],
        "Whether Meta sends it now, or holds it to see how the template is received.",
      ),
    ),
  }),
  notes: [
    "**Give one parameter per placeholder**, for header and body separately. Otherwise the call fails with 132000. Values can't be empty (131008) or contain line breaks, tabs or more than four spaces in a row (132018).",
    "**The language must match exactly.** A template in `en_US` isn't found as `en` (132001).",
    "**Marketing templates** can be accepted and still not arrive: Meta limits how many a person gets (131049) and delivers none to US numbers. The status shows it, not the response.",
  ],
  examples: [
    {
      title: "Send the template every account has",
      code: `local result = app.integrations.whatsapp.send_template({
  to = "15551234567",
  template_name = "hello_world",
  language = "en_US",
})

print(result.messages[1].id, result.messages[1].message_status)
`,
    },
    {
      title: "Fill the placeholders of the body",
      code: `app.integrations.whatsapp.send_template({
  to = "15551234567",
  template_name = "order_update",
  language = "en",
  components = {
    {
      type = "body",
      parameters = {
        { type = "text", text = "Order #20418" },
        { type = "text", text = "ready for collection" },
      },
    },
  },
})
`,
    },
    {
      title: "The same from a JSON string",
      code: `app.integrations.whatsapp.send_template({
  to = "15551234567",
  template_name = "order_update",
  components = [[
    [{"type": "body", "parameters": [
      {"type": "text", "text": "Order #20418"},
      {"type": "text", "text": "delivered"}
    ]}]
  ]],
})
`,
    },
  ],
  request(args, account) {
    const components = componentsOf(args);
    const template = {
      name: args.template_name ?? "",
      // An empty language is sent unchanged, as on the host.
      language: { code: args.language ?? "en" },
      ...(components.length > 0 && { components }),
    };
    return postMessages(account, { ...toPerson(args), type: "template", template });
  },
  preview: (body) => [
    { label: "To", at: ["to"] },
    { label: "Template", at: ["template", "name"] },
    { label: "Language", at: ["template", "language", "code"] },
    ...componentPlaces(member(member(body, "template"), "components"), ["template", "components"]),
  ],
};
