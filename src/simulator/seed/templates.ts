import type { Template, TemplateButton } from "../world/template";

/** The parts of a template that differ; the rest is the same for all of the shop's. */
interface Draft {
  readonly name: string;
  readonly language?: string;
  readonly category?: Template["category"];
  readonly status?: Template["status"];
  readonly quality?: Template["quality_score"]["score"];
  readonly rejected?: Template["rejected_reason"];
  readonly header?: Extract<Template["components"][number], { type: "HEADER" }>;
  readonly body: string;
  /** Examples of the body's variables: in order, or by name. */
  readonly examples?: readonly string[] | Readonly<Record<string, string>>;
  readonly footer?: string;
  readonly buttons?: readonly TemplateButton[];
}

const helloBody =
  "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.";

const hello = {
  name: "hello_world",
  header: { type: "HEADER", format: "TEXT", text: "Hello World" },
  body: helloBody,
  footer: "WhatsApp Business Platform sample message",
} as const satisfies Draft;

const site = "https://juniper-lane.example";

/** The tea shop's templates: each header format, button and status once at least; `hello_world` is Meta's own. */
const drafts: readonly Draft[] = [
  { ...hello, language: "en_US" },
  // The namespace's `language` defaults to `en`, so its shortest example needs this one.
  { ...hello, language: "en" },
  {
    name: "order_update",
    language: "en",
    body: "Hello from Juniper Lane Tea! {{1}} is now {{2}}. Just reply if anything looks wrong.",
    examples: ["Order #10421", "packed"],
    quality: "GREEN",
  },
  {
    name: "order_update",
    language: "es",
    body: "¡Hola! Juniper Lane Tea al habla: {{1}} ahora está {{2}}. Responde si algo no cuadra.",
    examples: ["El pedido 10421", "empaquetado"],
  },
  {
    name: "shipping_confirmation",
    header: { type: "HEADER", format: "TEXT", text: "Parcel {{1}}", example: { header_text: ["JL-7731"] } },
    body: "Good news, {{1}}: your tea has left our shelf and should reach you on {{2}}.",
    examples: ["Maya", "Thursday"],
    footer: "Juniper Lane Tea",
    buttons: [
      { type: "URL", text: "Track parcel", url: `${site}/track/{{1}}`, example: [`${site}/track/JL-7731`] },
      { type: "PHONE_NUMBER", text: "Call the shop", phone_number: "+15550100142" },
    ],
  },
  {
    name: "tasting_reminder",
    header: {
      type: "HEADER",
      format: "IMAGE",
      example: { header_handle: [`${site}/media/tasting-room.jpg`] },
    },
    body: "Hi {{first_name}}, we look forward to your tasting on {{day}} at {{time}}.",
    examples: { first_name: "Rosa", day: "Saturday", time: "4 pm" },
    buttons: [
      { type: "QUICK_REPLY", text: "I will be there" },
      { type: "QUICK_REPLY", text: "Move it" },
    ],
  },
  {
    name: "pickup_ready",
    header: { type: "HEADER", format: "LOCATION" },
    body: "{{1}}, your order waits for you at the counter until {{2}}. The map shows the way.",
    examples: ["Maya", "6 pm"],
  },
  {
    name: "invoice_ready",
    header: { type: "HEADER", format: "DOCUMENT", example: { header_handle: [`${site}/media/invoice.pdf`] } },
    body: "Attached is your invoice over {{1}}, due {{2}}.",
    examples: ["$48.20", "October 30"],
  },
  {
    name: "brewing_guide",
    category: "MARKETING",
    header: { type: "HEADER", format: "VIDEO", example: { header_handle: [`${site}/media/gongfu.mp4`] } },
    body: "New in your cup: a two-minute guide to brewing {{1}} the slow way.",
    examples: ["your oolong"],
    quality: "YELLOW",
  },
  {
    name: "autumn_offer",
    category: "MARKETING",
    header: { type: "HEADER", format: "TEXT", text: "The first cold days" },
    body: "Warm up, {{1}}: {{2}} off every black tea until Sunday.",
    examples: ["Daniel", "20%"],
    footer: "Reply STOP to hear no more offers",
    buttons: [
      { type: "COPY_CODE", text: "Copy offer code", example: ["AUTUMN20"] },
      { type: "URL", text: "See the teas", url: `${site}/black-tea` },
    ],
    quality: "GREEN",
  },
  {
    name: "login_code",
    language: "en_US",
    category: "AUTHENTICATION",
    body: "*{{1}}* is your verification code. For your security, do not share this code.",
    examples: ["493027"],
    footer: "This code expires in 10 minutes.",
    buttons: [
      {
        type: "URL",
        text: "Copy code",
        url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
        example: ["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp493027"],
      },
    ],
  },
  {
    name: "refund_issued",
    body: "We have sent {{1}} back to your card on {{2}}. It can take your bank three days to show it.",
    examples: ["$12.50", "October 2"],
  },
  {
    name: "restock_alert",
    category: "MARKETING",
    status: "PAUSED",
    quality: "RED",
    body: "{{1}} is back on the shelf, and will not stay there for long.",
    examples: ["Jasmine silver tip"],
  },
  {
    name: "loyalty_points",
    category: "MARKETING",
    status: "DISABLED",
    quality: "RED",
    body: "You have {{1}} leaves on your card, {{2}} more and the next tin is on us.",
    examples: ["70", "30"],
  },
  {
    name: "review_request",
    status: "PENDING",
    body: "How do you like {{1}}? Two words from you help other tea drinkers choose.",
    examples: ["the Darjeeling"],
  },
  {
    name: "flash_giveaway",
    category: "MARKETING",
    status: "REJECTED",
    rejected: "SCAM",
    body: "You have won! Send us {{1}} to claim your prize today.",
    examples: ["your card number"],
  },
];

/** The seed's templates, oldest first. */
export const seedTemplates: readonly Template[] = drafts.map((draft, at) => ({
  name: draft.name,
  parameter_format: isNamed(draft.examples) ? "NAMED" : "POSITIONAL",
  components: [
    ...(draft.header === undefined ? [] : [draft.header]),
    { type: "BODY", text: draft.body, ...exampleOf(draft.examples) },
    ...(draft.footer === undefined ? [] : [{ type: "FOOTER" as const, text: draft.footer }]),
    ...(draft.buttons === undefined ? [] : [{ type: "BUTTONS" as const, buttons: draft.buttons }]),
  ],
  language: draft.language ?? "en_US",
  status: draft.status ?? "APPROVED",
  category: draft.category ?? "UTILITY",
  id: String(1_387_372_356_726_668 + at * 10_007),
  quality_score: { score: draft.quality ?? "UNKNOWN", date: 1_788_000_000 + at * 86_400 },
  rejected_reason: draft.rejected ?? "NONE",
}));

function isNamed(examples: Draft["examples"]): examples is Readonly<Record<string, string>> {
  return examples !== undefined && !Array.isArray(examples);
}

/** Meta's two shapes of examples: an array of arrays, or name and example. */
function exampleOf(examples: Draft["examples"]) {
  if (examples === undefined) return {};
  if (!isNamed(examples)) return { example: { body_text: [[...examples]] } };
  const named = Object.entries(examples).map(([name, example]) => ({ param_name: name, example }));
  return { example: { body_text_named_params: named } };
}
