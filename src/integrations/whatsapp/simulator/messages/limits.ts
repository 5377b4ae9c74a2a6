import { Refusal } from "../graph/refusal";
import {
  managementPeriod,
  pairFreeAfter,
  pairInterval,
  throughputPeriod,
  useOnce,
  type WorldAccount,
} from "../world/account";
import type { Conversation } from "../world/contact";
import type { World } from "../world/world";

/** Messages to the same user that may be sent in a burst, borrowed from later quota (Meta, "about the platform"). */
const pairBurst = 45;

/** The rest of step 2: whether number and WABA may send at all. */
export function checkCanSend(world: World, account: WorldAccount): void {
  if (world.waba.state === "restricted") throw new Refusal(368);
  if (account.state === "locked") throw new Refusal(131031);
  if (account.state === "not_registered") throw new Refusal(133010);
  if (account.state === "name_not_approved") throw new Refusal(131037);
  if (account.state === "in_maintenance") throw new Refusal(131057);
}

/**
 * Step 7: throughput of the number (130429), then the pair limit (131056). Each message takes 6 s of the pair's quota,
 * which comes back as time passes. A message is refused when 45 are taken (chosen: the most lenient reading of Meta's text).
 */
export function checkSendLimits(account: WorldAccount, conversation: Conversation, now: number): void {
  const used = useOnce(account.usage.messages, now, throughputPeriod).count;
  if (used > account.limits.messagesPerSecond) throw new Refusal(130429);
  if (pairFreeAfter(conversation.pairFreeAt, now) > now + pairBurst * pairInterval) throw new Refusal(131056);
}

/** Management calls, here the listing of templates: 80007. */
export function checkManagementLimit(account: WorldAccount, now: number): void {
  const used = useOnce(account.usage.management, now, managementPeriod).count;
  if (used <= account.limits.managementPerHour) return;
  throw new Refusal(80007, {
    message:
      "(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
  });
}
