import type { WorldAccount } from "../world/account";
import type { World } from "../world/world";
import type { Call } from "./call";
import { Refusal } from "./refusal";

/** Step 1 of every request: the account of its token. Refuses with 104, 2500 or 190. */
export function checkToken(world: World, call: Call): WorldAccount {
  const forMe = call.path[0] === "me";
  const { token } = call;
  if (token === null) throw new Refusal(forMe ? 2500 : 104);
  // Observed: 400 on /me, 401 on WhatsApp's own addresses.
  const status = forMe ? 400 : 401;
  const account = world.accounts.find((one) => one.token.value === token);
  if (account === undefined) {
    throw new Refusal(190, {
      status,
      message: /^[A-Za-z0-9]+$/.test(token)
        ? "Invalid OAuth access token - Cannot parse access token"
        : `Malformed access token ${token}`,
    });
  }
  const { expiresAt, invalidated } = account.token;
  if (invalidated !== null) throw new Refusal(190, { status, subcode: invalidated });
  if (expiresAt !== null && expiresAt <= world.clock) throw expired(expiresAt, world.clock, status);
  return account;
}

/** Refuses a call if the token lacks the permission: 10 for messages, 200 for management (Meta's pages on tokens and changes). */
export function checkScope(account: WorldAccount, scope: WorldAccount["token"]["scopes"][number]): void {
  if (account.token.scopes.includes(scope)) return;
  throw scope === "whatsapp_business_messaging"
    ? new Refusal(10)
    : new Refusal(200, {
        message: `(#200) The permission ${scope} is missing, or the token has no access to this WhatsApp Business account.`,
      });
}

/** 190/463 in Meta's words, also for a fault that simulates an expired token. */
export function expired(expiresAt: number, now: number, status: number): Refusal {
  return new Refusal(190, {
    status,
    subcode: 463,
    message:
      `Error validating access token: Session has expired on ${pacific(expiresAt)}. ` +
      `The current time is ${pacific(now)}.`,
  });
}

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Friday, 21-Nov-25 14:00:00 PST`: Meta's office time, here without daylight saving time. */
function pacific(time: number): string {
  const local = new Date(time - 8 * 3_600_000);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${two(local.getUTCDate())}-${months[local.getUTCMonth()]}-${two(local.getUTCFullYear() % 100)}`;
  const hour = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  return `${days[local.getUTCDay()]}, ${day} ${hour} PST`;
}
