/** Pseudorandom numbers: the same seed and purpose give the same draws. */
export interface Random {
  /** A whole number, `low` and `high` included. */
  int(low: number, high: number): number;
  /** `length` characters out of `alphabet`. */
  text(alphabet: string, length: number): string;
}

/**
 * Draws for one purpose, e.g. `randomFor(world.seed, "latency", callNumber)`.
 * FNV-1a over the purpose seeds mulberry32 (both public domain). Good enough for variety, not for secrets.
 */
export function randomFor(seed: number, ...purpose: readonly (string | number)[]): Random {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  const words = purpose.join("\u0000");
  // ASCII is its own UTF-8, and an encoder costs more than everything else here.
  if (isAscii(words)) for (let at = 0; at < words.length; at++) state = mix(state, words.charCodeAt(at));
  else for (const unit of new TextEncoder().encode(words)) state = mix(state, unit);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const text = (alphabet: string, length: number) => {
    let made = "";
    for (let count = 0; count < length; count++) made += alphabet.charAt(int(0, alphabet.length - 1));
    return made;
  };
  return { int, text };
}

function mix(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193) >>> 0;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
