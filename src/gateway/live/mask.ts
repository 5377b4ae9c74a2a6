import { bearer } from "../../integrations/authorization";
import type { AuthorizationWay } from "../../integrations/catalog";
import { tokenTail } from "../../shared/access-token";
import { type HttpRequest, header } from "../../shared/http-message";
import { MASK, mapTexts, showToken } from "../show-token";
import { redact } from "./redact";

/**
 * Returns a request as a call's row shows it, e.g. with `Authorization: Bearer ••••1234`, and no token anywhere.
 *
 * The row shows the API's first way also when the request travelled by another route: that is what the docs describe,
 * and what works from a terminal.
 *
 * @param tail the token's last characters as the account shows them, or `null` if the request has no token or already
 *   has an Authorization header, which is masked.
 */
export function maskRequest(
  request: HttpRequest,
  tail: string | null = null,
  way: Pick<AuthorizationWay, "authorize"> = bearer,
): HttpRequest {
  const own = header(request.headers, "authorization")?.replace(/^Bearer\s+/i, "") ?? "";
  const token = own.startsWith(MASK) ? "" : own;
  const clean = mapTexts(request, (text) => redact(text, token));
  const { Authorization: _, authorization: __, ...headers } = clean.headers;
  const bare = { ...clean, headers };
  const shownTail = token === "" ? tail : tokenTail(token);
  if (shownTail === null) {
    return own === "" ? bare : { ...bare, headers: { ...headers, Authorization: `Bearer ${own}` } };
  }
  return showToken(bare, MASK + shownTail, way);
}
