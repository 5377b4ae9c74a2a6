/** Values of the world's settings as typed. Each gives the value, or a sentence that says what to type. */

import type { World } from "../../simulator/world/world";
import { waIdOf } from "../contacts/contact-draft";

export type Typed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** A whole number from `least` on, at most `most`. */
export function typedNumber(text: string, least: number, most: number): Typed<number> {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (/^\d{1,16}$/.test(trimmed) && value >= least && value <= most) return { ok: true, value };
  return { ok: false, message: `Type a whole number from ${least} to ${most}.` };
}

/** Phone numbers with commas or line breaks between them, as WhatsApp IDs; null when none was typed. */
export function typedNumbers(world: World, text: string): Typed<readonly string[] | null> {
  const parts = split(text);
  if (parts.length === 0) return { ok: true, value: null };
  const value: string[] = [];
  for (const part of parts) {
    const waId = waIdOf(world, part);
    if (waId === null) return { ok: false, message: `${part} can be no phone number.` };
    if (!value.includes(waId)) value.push(waId);
  }
  return { ok: true, value };
}

/** Calling codes with commas between them, `+` or not. */
export function typedCodes(text: string): Typed<readonly string[]> {
  const value: string[] = [];
  for (const part of split(text)) {
    const code = part.replace(/^\+/, "");
    if (!/^[1-9]\d{0,2}$/.test(code)) {
      return {
        ok: false,
        message: `${part} is no calling code. Type codes such as 44 or +353, with commas between.`,
      };
    }
    if (!value.includes(code)) value.push(code);
  }
  return { ok: true, value };
}

function split(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
