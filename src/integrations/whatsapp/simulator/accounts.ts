import type { MockAccount } from "../../simulation";
import { defaultBaseUrl } from "../api-version";
import { randomFor } from "./random";
import type { WorldAccount } from "./world/account";
import type { World } from "./world/world";

/** The accounts that requests to the world can use. */
export function mockAccounts(world: World): readonly MockAccount[] {
  return world.accounts.map((account) => ({
    name: account.name,
    fields: {
      phone_number_id: account.phoneNumberId,
      waba_id: world.waba.id,
      base_url: defaultBaseUrl,
    },
    token: account.token.value,
  }));
}

/** The world with a business number, on the same WABA, for each name that has none. Derived from the name alone. */
export function withAccounts(world: World, names: readonly string[]): World {
  const accounts = [...world.accounts];
  for (const name of names) {
    if (accounts.some((account) => account.name === name)) continue;
    accounts.push(newAccount(accounts, world.business, name, 0));
  }
  return accounts.length === world.accounts.length ? world : { ...world, accounts };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A number derived from the account's name: fictional (+1 555), and regenerated while part of it is taken. */
function newAccount(
  others: readonly WorldAccount[],
  business: World["business"],
  name: string,
  attempt: number,
): WorldAccount {
  const random = randomFor(attempt, "account", name);
  const made: WorldAccount = {
    name,
    phoneNumberId: `10${random.text("0123456789", 13)}`,
    phoneNumber: `1555${random.int(2, 9)}${random.text("0123456789", 6)}`,
    verifiedName: business.name,
    qualityRating: "GREEN",
    state: "connected",
    allowedRecipients: null,
    token: {
      value: `EAA${random.text(letters, 61)}`,
      userId: `122${random.text("0123456789", 12)}`,
      userName: `${business.name} (${name})`,
      email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}@${business.domain}`,
      expiresAt: null,
      invalidated: null,
      scopes: ["whatsapp_business_messaging", "whatsapp_business_management"],
    },
    limits: { messagesPerSecond: 80, managementPerHour: 5_000 },
    usage: { messages: { since: 0, count: 0 }, management: { since: 0, count: 0 } },
  };
  const taken = others.some(
    (one) =>
      one.phoneNumberId === made.phoneNumberId ||
      one.phoneNumber === made.phoneNumber ||
      one.token.value === made.token.value,
  );
  return taken ? newAccount(others, business, name, attempt + 1) : made;
}

/** A simulated world without anything that could reveal something about the person who shares it. */

/** Every ready-made world has these, so they reveal nothing. */
const COMMON = new Set(["default", "support", "sales"]);

/**
 * The world as a link may carry it. Simulated numbers are named after the person's accounts: one that `source` does not name is
 * left out, or renamed to `number-1`, `number-2`… if it has messages. Tokens are made up, but replaced anyway: someone may have
 * pasted a real one into a world's file.
 */
export function shareableWorld(world: World, source: string): World {
  const used = new Set<string>();
  for (const message of world.messages.flat()) used.add(message.phoneNumberId);
  for (const contact of world.contacts.flat()) {
    for (const conversation of contact.conversations) used.add(conversation.phoneNumberId);
  }
  const taken = new Set(world.accounts.map(({ name }) => name));
  let number = 0;
  const freeName = () => {
    do number += 1;
    while (taken.has(`number-${number}`));
    return `number-${number}`;
  };
  const accounts = world.accounts.flatMap((account) => {
    if (COMMON.has(account.name) || source.includes(account.name)) return [withoutToken(account)];
    if (!used.has(account.phoneNumberId)) return [];
    const name = freeName();
    const { token } = account;
    const userName = `${world.business.name} (${name})`;
    return [
      withoutToken({
        ...account,
        name,
        token: { ...token, userName, email: `${name}@${world.business.domain}` },
      }),
    ];
  });
  return { ...world, accounts };
}

/** The world with every token replaced, and names and everything else kept. */
export function worldWithoutTokens(world: World): World {
  return { ...world, accounts: world.accounts.map(withoutToken) };
}

function withoutToken(account: WorldAccount): WorldAccount {
  return { ...account, token: { ...account.token, value: `SIMULATED${account.phoneNumberId}` } };
}
