import { catalog } from "../../../src/integrations";
import type { WorldData } from "../../../src/integrations/whatsapp/simulator/page";
import type { LanguageContext } from "../../../src/language/context";
import { loadEditorHelp } from "../../../src/language/context";

/** A small world: templates with positional and named placeholders, a header to fill, buttons, and one without placeholders. */
export const WORLD: WorldData = {
  contacts: [
    { number: "15551234567", name: "Maya Torres" },
    { number: "4915112345678", name: null },
  ],
  templates: [
    {
      ...{ name: "order_update", language: "en", status: "APPROVED", category: "UTILITY" },
      parameterFormat: "POSITIONAL",
      components: [
        { type: "BODY", text: "Order *{{1}}* is {{2}}." },
        { type: "FOOTER", text: "The roastery" },
      ],
    },
    {
      ...{ name: "order_update", language: "de", status: "PENDING", category: "UTILITY" },
      parameterFormat: "POSITIONAL",
      components: [{ type: "BODY", text: "Bestellung {{1}} ist {{2}}." }],
    },
    {
      ...{ name: "tasting", language: "en", status: "APPROVED", category: "MARKETING" },
      parameterFormat: "NAMED",
      components: [{ type: "BODY", text: "Hi {{first_name}}, see you on {{day}}, {{first_name}}!" }],
    },
    {
      ...{ name: "invoice", language: "en", status: "PAUSED", category: "UTILITY" },
      parameterFormat: "POSITIONAL",
      components: [
        { type: "HEADER", format: "DOCUMENT" },
        { type: "BODY", text: "Your invoice {{1}}." },
        {
          type: "BUTTONS",
          buttons: [
            { type: "QUICK_REPLY", text: "Thanks" },
            { type: "URL", text: "Pay", url: "https://example.com/pay/{{1}}" },
          ],
        },
      ],
    },
    {
      ...{ name: "hello_world", language: "en_US", status: "APPROVED", category: "UTILITY" },
      parameterFormat: "POSITIONAL",
      components: [{ type: "BODY", text: "Welcome." }],
    },
  ],
};

/** The playground's catalog in mock, with that world. */
export const inShop: LanguageContext = {
  catalog,
  accounts: () => ["default", "support", "sales"],
  help: await loadEditorHelp(catalog),
  data: (integration) => (integration === "whatsapp" ? WORLD : null),
};
