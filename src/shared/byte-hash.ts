/** The hash (FNV-1a) of some bytes, continued from the hash of those before them. */
export function byteHash(hash: number, bytes: Uint8Array, start = 0, end = bytes.length): number {
  let mixed = hash;
  for (let at = start; at < end; at++) mixed = Math.imul(mixed ^ (bytes[at] ?? 0), 16_777_619);
  return mixed;
}
