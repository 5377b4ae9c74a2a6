import { randomFor } from "../random";
import { countOf } from "../world/chunks";
import type { World } from "../world/world";

const hex = "0123456789ABCDEF";

/**
 * The id of the world's next message, built to look like Meta's: `wamid.` and base64 of a few marker bytes, the other side's
 * digits, and 18 hex digits. The last eight of these encode the message's number, so every id is unique.
 */
export function nextMessageId(world: World, waId: string, direction: "outbound" | "inbound"): string {
  const serial = countOf(world.messages);
  const drawn = randomFor(world.seed, "wamid", serial, waId).text(hex, 10);
  // Multiplying by an odd number spreads the numbers and keeps them unique.
  const counted = (Math.imul(serial + 1, 0x9e3779b1) >>> 0).toString(16).toUpperCase().padStart(8, "0");
  const marker = direction === "outbound" ? "\x15\x02\x00\x11\x18\x12" : "\x15\x02\x00\x12\x18\x12";
  const digits = `\x1c\x18${String.fromCharCode(waId.length)}${waId}`;
  return `wamid.${btoa(`${digits}${marker}${drawn}${counted}\x00`)}`;
}
