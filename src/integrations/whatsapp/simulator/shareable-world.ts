/** A simulated world without what could say something about the person who shares it. */
import type { WorldAccount } from "./world/account";
import type { World } from "./world/world";

/** Every ready world has these: they say nothing about anybody. */
const COMMON = new Set(["default", "support", "sales"]);

/**
 * The world as a link may carry it. A simulated number gets the name of each account of the person's: one that `source`
 * does not name is left out, or called `number-1`, `number-2`… where messages hang on it. Tokens, made up as they are, are
 * replaced too: someone may have pasted a real one into a world's file.
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

/** The world with every token replaced, names and all else kept. */
export function worldWithoutTokens(world: World): World {
  return { ...world, accounts: world.accounts.map(withoutToken) };
}

function withoutToken(account: WorldAccount): WorldAccount {
  return { ...account, token: { ...account.token, value: `SIMULATED${account.phoneNumberId}` } };
}
