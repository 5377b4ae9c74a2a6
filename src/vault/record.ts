/**
 * What is stored: one record, written in one step, so that accounts and the key they need never part. A damaged account is
 * kept out and named; a record that cannot be read at all is left alone (it may be a newer version's).
 */
import * as v from "valibot";
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
  integration: v.pipe(v.string(), v.nonEmpty()),
  name: v.pipe(v.string(), v.nonEmpty()),
  fields: v.record(v.string(), v.string()),
  isDefault: v.boolean(),
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

/** The result of reading a stored record. `problems`: a sentence for each part that was left out. */
export type ReadRecord =
  | { readonly ok: true; readonly record: VaultRecord; readonly problems: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/** Reads a stored value (undefined: nothing stored yet). */
export function readRecord(stored: unknown): ReadRecord {
  if (stored === undefined) return { ok: true, record: EMPTY_RECORD, problems: [] };
  const envelope = v.safeParse(recordSchema, stored);
  if (!envelope.success) return { ok: false, problem: whatIsWrong(envelope.issues) };

  const problems: string[] = [];
  const key = v.safeParse(v.nullable(keySchema), envelope.output.key);
  if (!key.success) {
    problems.push(
      `The key of the saved tokens is damaged (${whatIsWrong(key.issues)}), so they cannot be read. Type them again.`,
    );
  }
  const accounts: AccountRecord[] = [];
  const damaged: unknown[] = [];
  for (const [index, entry] of envelope.output.accounts.entries()) {
    const account = v.safeParse(accountSchema, entry);
    const name = damagedName(entry) ?? `number ${index + 1}`;
    if (!account.success) {
      damaged.push(entry);
      problems.push(
        `The saved account ${name} is damaged (${whatIsWrong(account.issues)}) and was left out. ` +
          "Save an account of that name to replace it.",
      );
      continue;
    }
    const { token } = account.output;
    const readable = token !== null && key.success && key.output?.id === token.keyId;
    if (token !== null && !readable && key.success) {
      problems.push(`The token of account ${name} belongs to another key and cannot be read. Type it again.`);
    }
    accounts.push({ ...account.output, token: readable ? token : null });
  }
  return { ok: true, record: { key: key.success ? key.output : null, accounts, damaged }, problems };
}

/** The value to store for a record. */
export function storedRecord(record: VaultRecord): v.InferInput<typeof recordSchema> {
  return { version: 1, key: record.key, accounts: [...record.accounts, ...record.damaged] };
}

/** The name in a damaged account, if that much can be read. */
export function damagedName(entry: unknown): string | null {
  const named = v.safeParse(v.object({ name: v.string() }), entry);
  return named.success ? named.output.name : null;
}

function whatIsWrong(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [first] = issues;
  const path = v.getDotPath(first);
  return path === null ? first.message : `${path}: ${first.message}`;
}
