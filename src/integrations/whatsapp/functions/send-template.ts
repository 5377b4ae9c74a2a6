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
  summary: "Sends an approved template to one person, at any time.",
  description: [
    "A template is a text that Meta has approved beforehand, with placeholders for what changes. It is the only way to start a conversation, and the only kind of message that reaches someone whose customer service window is closed.",
    "Name and language pick the template: `order_update` in `en` and in `de` are two templates. The `components` fill the placeholders, part by part: an entry for the `header`, one for the `body`, one for each `button` that has a placeholder. Footers never have one. Leave `components` out when the template has no placeholders.",
    "The page `templates` explains the parts, and every kind of parameter.",
  ].join("\n\n"),
  parameters: [
    to,
    {
      name: "template_name",
      type: "string",
      required: true,
      description: "Name of the template, as `list_templates` gives it.",
      missing: "template_name is required.",
      example: '"hello_world"',
    },
    {
      name: "language",
      type: "string",
      required: false,
      description: "Language code of the template, e.g. `en_US`. It must be one the template exists in.",
      default: "en",
      example: '"en_US"',
    },
    {
      name: "components",
      type: "array",
      required: false,
      description:
        "What goes into the placeholders: a list of `{ type, parameters }`, buttons with `sub_type` and `index` too. A JSON string of such a list does as well.",
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
        "Whether Meta goes on with it at once, or holds it back to see how the template is received.",
      ),
    ),
  }),
  notes: [
    "**Placeholders and parameters must match in number**, header and body apart; otherwise the answer is code 132000. A value must not be empty (131008), and must hold no line break, no tab and no more than four spaces in a row (132018).",
    "**The language is not guessed.** A template that exists in `en_US` alone is not found as `en`: code 132001.",
    "**Marketing templates** can be accepted and still not be delivered: Meta limits how many a person gets (131049), and delivers none to US numbers. That shows in the status, not in the answer.",
  ],
  examples: [
    {
      title: "Say hello with the template every account has",
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
      // An empty language is sent as it is, like on the host.
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
