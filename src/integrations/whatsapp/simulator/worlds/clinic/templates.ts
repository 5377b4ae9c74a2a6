import { hello, medium, oneTimeCode, replies, templatesOf } from "../parts/template-draft";

const site = "https://willow-street.example";

/** The clinic's templates: named parameters for people, positions for codes; four languages. */
export const clinicTemplates = templatesOf({ firstId: 1_402_118_530_044_119, language: "en" }, [
  { ...hello, language: "en_US" },
  hello,
  {
    name: "appointment_reminder",
    header: { type: "HEADER", format: "TEXT", text: "Your appointment" },
    body: "Hello {{patient_name}}, we expect you on {{day}} at {{time}} with {{practitioner}}. Please come ten minutes early.",
    examples: { patient_name: "Amelia", day: "Tuesday", time: "14:20", practitioner: "Dr Lowe" },
    footer: "Willow Street Clinic",
    buttons: [
      ...replies("I will come", "Another time"),
      { type: "PHONE_NUMBER", text: "Call the desk", phone_number: "+15550100209" },
    ],
    quality: "GREEN",
  },
  {
    name: "appointment_reminder",
    language: "fr",
    header: { type: "HEADER", format: "TEXT", text: "Votre rendez-vous" },
    body: "Bonjour {{patient_name}}, nous vous attendons {{day}} à {{time}} avec {{practitioner}}. Merci de venir dix minutes avant.",
    examples: { patient_name: "Élodie", day: "mardi", time: "14 h 20", practitioner: "Dr Lowe" },
    footer: "Willow Street Clinic",
    buttons: replies("Je viendrai", "Un autre jour"),
  },
  {
    name: "appointment_reminder",
    language: "es",
    body: "Hola {{patient_name}}: le esperamos el {{day}} a las {{time}} con {{practitioner}}. Venga diez minutos antes, por favor.",
    examples: { patient_name: "Elena", day: "martes", time: "14:20", practitioner: "la Dra. Lowe" },
  },
  {
    name: "appointment_moved",
    body: "Hello {{patient_name}}, your appointment moves to {{day}} at {{time}}. Reply if that does not suit you.",
    examples: { patient_name: "Noah", day: "Wednesday", time: "09:40" },
  },
  {
    name: "how_to_find_us",
    header: { type: "HEADER", format: "LOCATION" },
    body: "The clinic is on the first floor, above the bakery. There is a lift at the side door.",
    quality: "GREEN",
  },
  {
    name: "results_ready",
    header: medium("DOCUMENT", `${site}/media/letter.pdf`),
    body: "Dear {{1}}, your results of {{2}} are in. The letter is attached; it asks for your date of birth.",
    examples: ["Ms Hart", "26 October"],
  },
  {
    name: "before_your_visit",
    header: medium("IMAGE", `${site}/media/fasting.png`),
    body: "For your blood test on {{1}}: nothing to eat after {{2}}, water is fine.",
    examples: ["Tuesday", "10 pm"],
    buttons: [
      {
        type: "URL",
        text: "How to prepare",
        url: `${site}/prepare/{{1}}`,
        example: [`${site}/prepare/blood`],
      },
    ],
  },
  {
    name: "exercise_video",
    header: medium("VIDEO", `${site}/media/shoulder.mp4`),
    body: "Three minutes a day for your {{1}}. Stop when it hurts, and tell us.",
    examples: ["shoulder"],
  },
  {
    name: "invoice",
    body: "Your invoice {{1}} over {{2}} is due {{3}}. The button takes you to the payment.",
    examples: ["W-2071", "£64.00", "30 November"],
    buttons: [{ type: "URL", text: "Pay online", url: `${site}/pay/{{1}}`, example: [`${site}/pay/W-2071`] }],
  },
  oneTimeCode("portal_code", "This code expires in 5 minutes."),
  {
    name: "flu_season",
    category: "MARKETING",
    body: "Flu jabs are here, {{1}}: walk in between {{2}} and noon, no appointment needed.",
    examples: ["Amelia", "8 am"],
    footer: "Reply STOP to hear no more of this",
    buttons: [{ type: "COPY_CODE", text: "Copy voucher", example: ["FLU26"] }],
  },
  {
    name: "satisfaction_survey",
    status: "PENDING",
    body: "How was your visit, {{1}}? It takes a minute and helps us a lot.",
    examples: ["Ravi"],
  },
  {
    name: "appointment_reminder",
    language: "de",
    status: "REJECTED",
    rejected: "TAG_CONTENT_MISMATCH",
    body: "Guten Tag {{patient_name}}, wir erwarten Sie am {{day}} um {{time}}. Bitte kommen Sie zehn Minuten früher.",
    examples: { patient_name: "Herr Brandt", day: "Dienstag", time: "14:20" },
  },
]);
