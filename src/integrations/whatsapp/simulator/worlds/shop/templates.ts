import { hello, medium, oneTimeCode, replies, templatesOf } from "../parts/template-draft";

const site = "https://juniper-lane.example";

/** The tea shop's templates, with each header format, button and status at least once. `hello_world` is Meta's own. */
export const shopTemplates = templatesOf({ firstId: 1_387_372_356_726_668 }, [
  hello,
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
    body: "Good news, {{1}}: your tea has left our shelf and should reach you on {{2}}, dry and on time.",
    examples: ["Maya", "Thursday"],
    footer: "Juniper Lane Tea",
    buttons: [
      { type: "URL", text: "Track parcel", url: `${site}/track/{{1}}`, example: [`${site}/track/JL-7731`] },
      { type: "PHONE_NUMBER", text: "Call the shop", phone_number: "+15550100142" },
    ],
  },
  {
    name: "tasting_reminder",
    header: medium("IMAGE", `${site}/media/tasting-room.jpg`),
    body: "Hi {{first_name}}, we look forward to your tasting on {{day}} at {{time}}. Come hungry for tea.",
    examples: { first_name: "Rosa", day: "Saturday", time: "4 pm" },
    buttons: replies("I will be there", "Move it"),
  },
  {
    name: "pickup_ready",
    header: { type: "HEADER", format: "LOCATION" },
    body: "Good news, {{1}}: your order waits at the counter until {{2}}. The map shows the way.",
    examples: ["Maya", "6 pm"],
  },
  {
    name: "invoice_ready",
    header: medium("DOCUMENT", `${site}/media/invoice.pdf`),
    body: "Attached is your invoice over {{1}}, due {{2}}. Thank you for the order.",
    examples: ["$48.20", "October 30"],
  },
  {
    name: "brewing_guide",
    category: "MARKETING",
    header: medium("VIDEO", `${site}/media/gongfu.mp4`),
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
  oneTimeCode("login_code", "This code expires in 10 minutes."),
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
    body: "Look who is back: {{1}} is on the shelf again, and will not stay there for long.",
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
]);
