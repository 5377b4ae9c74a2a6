import { hello, medium, oneTimeCode, replies, templatesOf } from "../parts/template-draft";

const site = "https://brightwire.example";

/** The desk's templates: some work, most are in trouble. */
export const supportDeskTemplates = templatesOf({ firstId: 1_377_205_918_660_207 }, [
  hello,
  { ...hello, language: "en" },
  {
    name: "ticket_opened",
    body: "We have your report, {{1}}. Its number is {{2}}; just reply here if there is more to say.",
    examples: ["Hannah", "BW-5120"],
    quality: "GREEN",
  },
  {
    name: "technician_visit",
    header: { type: "HEADER", format: "TEXT", text: "Visit {{1}}", example: { header_text: ["BW-5120"] } },
    body: "A technician comes on {{1}} between {{2}} and {{3}}. Somebody should be at home.",
    examples: ["Friday", "8 am", "noon"],
    footer: "Brightwire",
    buttons: replies("That is fine", "Another day"),
    quality: "YELLOW",
  },
  {
    name: "outage_notice",
    status: "PAUSED",
    quality: "RED",
    body: "There is an outage in {{area}}. We expect your line to be back by {{time}}, and write when it is.",
    examples: { area: "Northgate", time: "6 pm" },
  },
  {
    name: "outage_over",
    status: "PAUSED",
    quality: "RED",
    body: "The outage in {{area}} is over. If your line is still down, restart the router once.",
    examples: { area: "Northgate" },
  },
  {
    name: "win_back",
    category: "MARKETING",
    status: "DISABLED",
    quality: "RED",
    body: "We miss you, {{1}}! Come back now and the first {{2}} months are free.",
    examples: ["Gus", "three"],
  },
  {
    name: "speed_upgrade",
    category: "MARKETING",
    quality: "YELLOW",
    body: "Twice the speed for {{1}} more a month, {{2}}. The offer ends on Sunday.",
    examples: ["$5", "Bea"],
    footer: "Reply STOP to hear no more offers",
    buttons: [
      { type: "COPY_CODE", text: "Copy code", example: ["FASTER"] },
      { type: "URL", text: "See plans", url: `${site}/plans` },
    ],
  },
  {
    name: "rate_our_help",
    status: "REJECTED",
    rejected: "INCORRECT_CATEGORY",
    body: "How did we do, {{1}}? Rate us and win a tablet.",
    examples: ["Niamh"],
  },
  {
    name: "router_setup",
    header: medium("VIDEO", `${site}/media/router.mp4`),
    body: "Your router {{1}} arrives today. The film shows which cable goes where.",
    examples: ["BX-2"],
  },
  {
    name: "contract_copy",
    header: medium("DOCUMENT", `${site}/media/contract.pdf`),
    body: "Here is your contract {{1}}, {{2}}. You can take it back within 14 days.",
    examples: ["C-77120", "Liam"],
  },
  {
    name: "line_moved",
    status: "PENDING",
    body: "Your line moves to {{1}} on {{2}}. The old one stays on until then.",
    examples: ["12 Mill Road", "1 December"],
  },
  oneTimeCode("account_code"),
]);
