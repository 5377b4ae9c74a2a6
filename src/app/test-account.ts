/** Tests an account's connection with a harmless call. Loaded with the first test. */
import { type ConnectionTest, testConnection } from "../gateway/live/test-connection";
import type { Catalog } from "../integrations/catalog";
import { messageOf } from "../shared/message-of";
import type { Vault } from "../vault/vault";
import { findGraphProxy } from "./graph-proxy";

interface TestParts {
  readonly vault: Vault;
  readonly catalog: Catalog;
}

/** Tests the account `id` and stores the route that works. Returns what was tried, and what failed in words. */
export async function testAccount(
  { vault, catalog }: TestParts,
  id: string,
  cancelled: AbortSignal,
): Promise<ConnectionTest> {
  const account = vault.accounts().find((known) => known.id === id);
  const integration = catalog.integrations.find((known) => known.id === account?.integration);
  const harmless = integration?.functions.find((fn) => fn.kind === "read" && fn.parameters.length === 0);
  if (account === undefined || integration === undefined) return failed("This account no longer exists.");
  if (harmless === undefined)
    return failed(`${integration.title} has no function without arguments to test the account with.`);
  const token = await vault.token(id).catch((error: unknown) => error);
  if (typeof token !== "string") return failed(messageOf(token));
  const found = await testConnection({
    integration,
    request: harmless.request({}, account),
    token,
    signal: cancelled,
    ...((await findGraphProxy()) ?? { proxyBase: null }),
  });
  if (found.route !== null) await vault.setRoute(id, found.route);
  return found;
}

function failed(message: string): ConnectionTest {
  return { ok: false, route: null, message, attempts: [] };
}
