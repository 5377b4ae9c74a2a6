/**
 * What is stored: one record, written in one step, so that accounts and their key stay together. A damaged account is left
 * out and reported. A record that cannot be read at all is left alone, since a newer version may have written it.
 */
import * as v from "valibot";
import { parseOrNull, parseWith } from "../shared/parse-with";
import type { Result } from "../shared/result";
import { FEWEST_ITERATIONS, MOST_ITERATIONS } from "./passphrase";

const bytes = (length?: number) =>
  v.custom<Uint8Array<ArrayBuffer>>(
    (value) =>
      value instanceof Uint8Array &&
      value.buffer instanceof ArrayBuffer &&
      (length === undefined ? value.length > 0 : value.length === length),
    length === undefined ? "expected bytes" : `expected ${length} bytes`,
  );

const sealedSchema = v.object({ iv: bytes(12), data: bytes() });

const keySchema = v.variant("kind", [
  v.object({
    kind: v.literal("plain"),
    id: v.string(),
    key: v.custom<CryptoKey>(
      (value) => value instanceof CryptoKey && value.algorithm.name === "AES-GCM" && !value.extractable,
      "expected an AES-GCM key that cannot be exported",
    ),
  }),
  v.object({
    kind: v.literal("passphrase"),
    id: v.string(),
    salt: bytes(16),
    iterations: v.pipe(v.number(), v.integer(), v.minValue(FEWEST_ITERATIONS), v.maxValue(MOST_ITERATIONS)),
    wrapped: sealedSchema,
  }),
]);

const accountSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  /** Its id, e.g. `whatsapp`. */
  integration: v.pipe(v.string(), v.nonEmpty()),
  /** The name in `app.integrations.whatsapp.NAME`. */
  name: v.pipe(v.string(), v.nonEmpty()),
  /** By `AccountField.name`; empty fields are absent. */
  fields: v.record(v.string(), v.string()),
  isDefault: v.boolean(),
  /** `null` until a connection test has succeeded. */
  route: v.nullable(v.picklist(["bearer", "query", "proxy"])),
  /** The token's shown end and its ciphertext under the key `keyId`; `null` if none is saved. */
  token: v.nullable(v.object({ tail: v.string(), keyId: v.string(), sealed: sealedSchema })),
});

const recordSchema = v.object({
  version: v.literal(1),
  key: v.unknown(),
  accounts: v.array(v.unknown()),
});

export type KeyRecord = v.InferOutput<typeof keySchema>;
export type AccountRecord = v.InferOutput<typeof accountSchema>;

/** The record as parsed; it is stored as `{version, key, accounts: [...accounts, ...damaged]}`. */
export interface VaultRecord {
  readonly key: KeyRecord | null;
  readonly accounts: readonly AccountRecord[];
  /** Accounts that could not be read, as they were stored. */
  readonly damaged: readonly unknown[];
}

export const EMPTY_RECORD: VaultRecord = { key: null, accounts: [], damaged: [] };

/** Reads a stored value, `undefined` if nothing is stored yet. `problems`: a sentence for each part that was left out. */
export function readRecord(
  stored: unknown,
): Result<{ readonly record: VaultRecord; readonly problems: readonly string[] }> {
  if (stored === undefined) return { ok: true, value: { record: EMPTY_RECORD, problems: [] } };
  const envelope = parseWith(recordSchema, stored);
  if (!envelope.ok) return envelope;

  const problems: string[] = [];
  const key = parseWith(v.nullable(keySchema), envelope.value.key);
  if (!key.ok) {
    problems.push(
      `The key of the saved tokens is damaged (${key.message}), so they can't be read. Enter them again.`,
    );
  }
  const accounts: AccountRecord[] = [];
  const damaged: unknown[] = [];
  for (const [index, entry] of envelope.value.accounts.entries()) {
    const account = parseWith(accountSchema, entry);
    const name = damagedName(entry) ?? `number ${index + 1}`;
    if (!account.ok) {
      damaged.push(entry);
      problems.push(
        `The saved account ${name} is damaged (${account.message}) and was skipped. ` +
          "Save an account with that name to replace it.",
      );
      continue;
    }
    const { token } = account.value;
    const readable = token !== null && key.ok && key.value?.id === token.keyId;
    if (token !== null && !readable && key.ok) {
      problems.push(`The token of account ${name} belongs to another key and can't be read. Enter it again.`);
    }
    accounts.push({ ...account.value, token: readable ? token : null });
  }
  const record = { key: key.ok ? key.value : null, accounts, damaged };
  return { ok: true, value: { record, problems } };
}

export function storedRecord(record: VaultRecord): v.InferInput<typeof recordSchema> {
  return { version: 1, key: record.key, accounts: [...record.accounts, ...record.damaged] };
}

/** The name in a damaged account, if that much can be read. */
export function damagedName(entry: unknown): string | null {
  return parseOrNull(v.object({ name: v.string() }), entry)?.name ?? null;
}
