import { keyFromBytes, type Sealed, seal, unseal, utf8, type WebCrypto } from "./cipher";

/** OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA256 with at least 600,000 iterations. */
export const FEWEST_ITERATIONS = 600_000;
/** A stored count above this is damaged: unlocking would take minutes. */
export const MOST_ITERATIONS = 20_000_000;

const SHORTEST = 8;
const LABEL = "lua-agent-playground vault key";

/** The vault's key as a passphrase guards it. */
export interface GuardedKey {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly wrapped: Sealed;
}

/** Checks a new passphrase. Returns a sentence that says what to change, or `null` if it can be used. */
export function checkPassphrase(passphrase: string): string | null {
  if (passphrase.trim() === "") return "Enter a passphrase.";
  if ([...passphrase].length < SHORTEST) return `A passphrase needs at least ${SHORTEST} characters.`;
  return null;
}

/**
 * Makes a new vault key that only the passphrase unlocks. Its bytes exist only here, since a key that cannot be
 * exported cannot be wrapped either. So guarding always means a new key, with all tokens encrypted again.
 */
export async function guardNewKey(
  crypto: WebCrypto,
  passphrase: string,
): Promise<{ readonly key: CryptoKey; readonly guarded: GuardedKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iterations = FEWEST_ITERATIONS;
  const guard = await deriveGuard(crypto, passphrase, salt, iterations);
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const wrapped = await seal(crypto, guard, LABEL, bytes);
  return { key: await keyFromBytes(crypto, bytes), guarded: { salt, iterations, wrapped } };
}

/** Unlocks the vault key; `null` if the passphrase is wrong. */
export async function openGuardedKey(
  crypto: WebCrypto,
  passphrase: string,
  { salt, iterations, wrapped }: GuardedKey,
): Promise<CryptoKey | null> {
  const guard = await deriveGuard(crypto, passphrase, salt, iterations);
  const bytes = await unseal(crypto, guard, LABEL, wrapped).catch((error: unknown) => {
    // AES-GCM says "wrong key" and "wrong ciphertext" alike, as OperationError.
    if (error instanceof Error && error.name === "OperationError") return null;
    throw error;
  });
  return bytes === null ? null : keyFromBytes(crypto, bytes);
}

/** NFKC, so the same letters typed on another keyboard give the same key, as in RFC 8265. */
async function deriveGuard(
  crypto: WebCrypto,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const typed = utf8(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}
