import { fieldPicker } from "../graph/fields";
import { badParameter } from "../graph/refusal";
import type { Asked, GraphOutcome } from "../graph/route";

const picker = fieldPicker(
  "User",
  "name id",
  "email first_name last_name middle_name name_format picture short_name",
);

/** `GET /me`: the system user behind the token. `email` is returned only if `fields` asks for it. */
export function currentUser({ call, account }: Asked): GraphOutcome {
  const { userId, userName, email } = account.token;
  return { body: picker(call.query.get("fields"))({ id: userId, name: userName, email }) };
}

/** The worlds have no app. Every token belongs to this one. */
const appId = "634974688087057";

/**
 * `GET /debug_token?input_token=…` (Meta, "manage accounts"): what a token is and may do. A token that is not one of the
 * world's is invalid and returns nothing else. An expired one is invalid but returns its times and permissions.
 */
export function debugToken({ world, call }: Asked): GraphOutcome {
  const asked = call.query.get("input_token");
  if (!asked) throw badParameter("The parameter input_token is required.");
  const account = world.accounts.find((one) => one.token.value === asked);
  if (account === undefined) return { body: { data: { is_valid: false, scopes: [] } } };
  const { token } = account;
  const hasEnded = token.expiresAt !== null && token.expiresAt <= world.clock;
  const ended = token.invalidated ?? (hasEnded ? 463 : null);
  const data = {
    app_id: appId,
    type: "SYSTEM_USER",
    application: world.business.name,
    // Graph's word for a token that never expires.
    data_access_expires_at: 0,
    expires_at: token.expiresAt === null ? 0 : Math.floor(token.expiresAt / 1000),
    is_valid: ended === null,
    ...(ended === null ? {} : { error: { code: 190, subcode: ended } }),
    scopes: token.scopes,
    // Both permissions are for the whole WhatsApp Business Account.
    granular_scopes: token.scopes.map((scope) => ({ scope, target_ids: [world.waba.id] })),
    user_id: token.userId,
  };
  return { body: { data } };
}
