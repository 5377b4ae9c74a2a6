import { isJsonObject, type JsonObject, type JsonValue } from "../../../../shared/json";
import type { Result } from "../../../../shared/result";
import { worldVersion } from "./world";

/** Migrates a document of each version to the next. The schema checks the result, so a step checks little. */
const steps: ReadonlyMap<number, (document: JsonObject) => JsonObject> = new Map([[1, fromVersion1]]);

/**
 * Migrates a world document of any version to the newest, or says why it can't: it is newer than this program, or its version
 * never existed. Anything but an object passes, for the schema to refuse.
 */
export function migrate(value: unknown): Result<unknown> {
  if (!isDocument(value)) return { ok: true, value };
  let document = value;
  for (;;) {
    const { version } = document;
    if (version === worldVersion) return { ok: true, value: document };
    if (typeof version === "number" && version > worldVersion) {
      return {
        ok: false,
        message: `version: this world has version ${version}, but this program supports up to version ${worldVersion}. Reload the page or update the program, then try again.`,
      };
    }
    const step = typeof version === "number" ? steps.get(version) : undefined;
    if (step === undefined) {
      return {
        ok: false,
        message: `version: Expected 1 to ${worldVersion} but received ${JSON.stringify(version)}.`,
      };
    }
    document = step(document);
  }
}

/** An object from JSON or structured clone. The schema checks its members one by one. */
function isDocument(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Version 2: states of number, token and WABA instead of a flag, a block separate from a contact's other behaviour, inbound
 * messages other than text, pacing, and the portfolio's limit, which did not exist and so does not bind an old world.
 */
function fromVersion1(world: JsonObject): JsonObject {
  return {
    ...world,
    version: 2,
    origin: "shop",
    business: withMembers(world.business, { messagingLimit: "TIER_UNLIMITED", reached: [] }),
    waba: withMembers(world.waba, { state: "active", restrictedCodes: [] }),
    accounts: each(world.accounts, account2),
    contacts: eachInPieces(world.contacts, contact2),
    messages: eachInPieces(world.messages, message2),
    pacing: [],
  };
}

function account2(account: JsonObject): JsonObject {
  const { registered, token, ...rest } = account;
  return {
    ...rest,
    state: registered === false ? "not_registered" : "connected",
    token: withMembers(token, {
      invalidated: null,
      scopes: ["whatsapp_business_messaging", "whatsapp_business_management"],
    }),
  };
}

function contact2(contact: JsonObject): JsonObject {
  const { behaviour } = contact;
  const blockedBy =
    behaviour === "blocked_the_business"
      ? "contact"
      : behaviour === "blocked_by_the_business"
        ? "business"
        : null;
  return {
    ...contact,
    behaviour: blockedBy === null ? (behaviour ?? null) : "reads_at_once",
    blockedBy,
    reachedAt: null,
  };
}

function message2(message: JsonObject): JsonObject {
  if (message.direction !== "inbound") return { ...message, heldUntil: null };
  const { body, ...rest } = message;
  return { ...rest, content: { type: "text", body: body ?? null }, context: null };
}

function withMembers(value: JsonValue | undefined, members: JsonObject): JsonValue {
  return isJsonObject(value) ? { ...value, ...members } : (value ?? null);
}

/** The list with its objects changed. Anything else stays unchanged, for the schema to refuse. */
function each(value: JsonValue | undefined, change: (item: JsonObject) => JsonValue): JsonValue {
  if (!Array.isArray(value)) return value ?? null;
  return value.map((item: JsonValue) => (isJsonObject(item) ? change(item) : item));
}

/** The same for a list in pieces. */
function eachInPieces(value: JsonValue | undefined, change: (item: JsonObject) => JsonValue): JsonValue {
  if (!Array.isArray(value)) return value ?? null;
  return value.map((piece: JsonValue) => each(piece, change));
}
