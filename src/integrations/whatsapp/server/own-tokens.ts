import { randomInt } from "node:crypto";
import type { World } from "../simulator";
import { readyWorlds, withAccounts } from "../simulator/page";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * The world with new tokens in place of publicly known ones: those of the ready-made worlds, and those the page derives from an
 * account's name. A person's own token in a world's file stays.
 */
export async function withOwnTokens(world: World): Promise<World> {
  const ready = await Promise.all(readyWorlds.map((one) => one.load()));
  const names = world.accounts.map(({ name }) => name);
  const made = ready.map((one) => withAccounts({ ...one, accounts: [] }, names));
  const known = new Set(
    [...ready, ...made].flatMap(({ accounts }) => accounts.map(({ token }) => token.value)),
  );
  const accounts = world.accounts.map((account) =>
    known.has(account.token.value) || account.token.value.startsWith("SIMULATED")
      ? { ...account, token: { ...account.token, value: newToken() } }
      : account,
  );
  return { ...world, accounts };
}

/** A new token, as long as Meta's. */
function newToken(): string {
  return `EAA${Array.from({ length: 61 }, () => letters[randomInt(letters.length)]).join("")}`;
}
