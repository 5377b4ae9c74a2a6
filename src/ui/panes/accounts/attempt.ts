import type { Playground } from "../../../app/playground";
import { messageOf } from "../../../shared/message-of";

/** Does something with the vault; a failure becomes a notice: `Could not delete the account: …`. Gives whether it worked. */
export async function attempt(
  playground: Playground,
  what: string,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const reason = messageOf(error);
    playground.notices.error(`Could not ${what}: ${reason}`);
    return false;
  }
}
