/** The kinds of template parameters (Cloud API reference, "Template messages"), as Lua. */

interface KindInfo {
  /** Component types that take it. */
  readonly where: readonly string[];
  /** The value as Lua, around the text to fill in. */
  lua(filled: string): string;
}

const text = (filled: string) => `"${filled}"`;
const media = (filled: string) => `{ link = "${filled}" }`;

export const KIND_LITERALS: Readonly<Record<string, KindInfo>> = {
  text: { where: ["header", "body", "button"], lua: text },
  currency: {
    where: ["body"],
    lua: (filled) => `{ fallback_value = "${filled}", code = "USD", amount_1000 = 9990 }`,
  },
  date_time: { where: ["body"], lua: (filled) => `{ fallback_value = "${filled}" }` },
  image: { where: ["header"], lua: media },
  video: { where: ["header"], lua: media },
  document: { where: ["header"], lua: media },
  location: {
    where: ["header"],
    lua: (filled) => `{ latitude = 52.5, longitude = 13.4, name = "${filled}", address = "1 Main St" }`,
  },
  payload: { where: ["button"], lua: text },
  coupon_code: { where: ["button"], lua: text },
};

export const KINDS: readonly string[] = Object.keys(KIND_LITERALS);

/** A kind's value as a table to fill in, or `null` for plain text. */
export function kindTable(kind: string): string | null {
  const lua = KIND_LITERALS[kind]?.lua(`\${1:${kind}}`) ?? "";
  return lua.startsWith("{") ? lua : null;
}

type Field = readonly [name: string, detail: string, documentation: string];

const MEDIA: readonly Field[] = [
  ["link", "its address", "Starts with `https://`."],
  ["id", "the uploaded file", "A media ID, instead of a link."],
];

/** Fields of the kinds whose value is a table. */
export const KIND_FIELDS: Readonly<Record<string, readonly Field[]>> = {
  currency: [
    ["fallback_value", "the text shown", "E.g. `$9.99`."],
    ["code", "the currency", "ISO 4217, e.g. `USD`."],
    ["amount_1000", "the amount", "A thousand times the amount: 9990 for 9.99."],
  ],
  date_time: [["fallback_value", "the text shown", "E.g. `24 November`."]],
  image: MEDIA,
  video: MEDIA,
  document: [...MEDIA, ["filename", "its name", "What the recipient sees, e.g. `invoice.pdf`."]],
  location: [
    ["latitude", "degrees", "E.g. `52.5`."],
    ["longitude", "degrees", "E.g. `13.4`."],
    ["name", "name of the place", "Shown above the address."],
    ["address", "street and town", "Shown below the name."],
  ],
};
