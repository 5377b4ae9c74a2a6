/**
 * Encryption of tokens: AES-256-GCM with a fresh 96-bit nonce for each text (NIST SP 800-38D). Every text is bound to its
 * purpose (`label`), so that a stored ciphertext cannot be put in another's place.
 */

/** An encrypted text as it is stored. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The part of Web Crypto that the vault uses. */
export type WebCrypto = Pick<Crypto, "subtle" | "getRandomValues">;

const AES = { name: "AES-GCM", length: 256 } as const;

/** Makes a key that no script can read, not even this page's. IndexedDB can store it. */
export function newKey(crypto: WebCrypto): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, ["encrypt", "decrypt"]);
}

/** Turns 32 key bytes into a key that cannot be read again, and overwrites the bytes. */
export async function keyFromBytes(crypto: WebCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("raw", bytes, AES, false, ["encrypt", "decrypt"]);
  } finally {
    bytes.fill(0);
  }
}

export async function seal(
  crypto: WebCrypto,
  key: CryptoKey,
  label: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(label) }, key, plain);
  return { iv, data: new Uint8Array(data) };
}

/** Decrypts what `seal` returned. Rejects if key, label or ciphertext differ in one bit. */
export async function unseal(
  crypto: WebCrypto,
  key: CryptoKey,
  label: string,
  { iv, data }: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: utf8(label) }, key, data);
  return new Uint8Array(plain);
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A random id of 128 bits (`randomUUID` is missing on pages without https, `getRandomValues` is not). */
export function randomId(crypto: WebCrypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
