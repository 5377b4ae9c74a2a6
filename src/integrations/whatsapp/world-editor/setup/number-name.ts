/** What a business number is called in scripts. */

import { checkNameFor } from "../../../check-account";
import { whatsapp } from "../..";
import type { World } from "../../simulator/world/world";

/** Scripts may name these in every simulated world, so a run puts back one that is missing. */
export const alwaysThere: readonly string[] = whatsapp.mockAccounts;

/**
 * What is wrong with a number's name as typed; null when it is fine. `phoneNumberId` is the number that is renamed; null for
 * a new one.
 */
export function checkNumberName(world: World, name: string, phoneNumberId: string | null): string | null {
  const taken = world.accounts.filter((one) => one.phoneNumberId !== phoneNumberId).map((one) => one.name);
  // Beside real accounts `default` is a path of its own; here it is a number like the others.
  if (name === "default" && !taken.includes(name)) return null;
  if (taken.includes(name)) return `There is already a number named \u201c${name}\u201d.`;
  return checkNameFor(whatsapp, name, []);
}
