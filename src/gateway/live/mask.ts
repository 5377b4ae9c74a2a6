import { type HttpRequest, header } from "../../shared/http-message";
import { tokenTail } from "../../vault/token";
import { MASK, redact } from "./redact";

/**
 * A request as a call's row shows it: with `Authorization: Bearer ••••1234`, and no token anywhere.
 *
 * The row shows the request of the contract (header and JSON) also when it travelled by another route: that is what the
 * catalog describes, and what works from a terminal.
 *
 * @param tail the token's last characters as the account shows them; null: the request has no token, or has its own
 *   Authorization header, which is masked.
 */
export function maskRequest(request: HttpRequest, tail: string | null = null): HttpRequest {
  const own = header(request.headers, "authorization")?.replace(/^Bearer\s+/i, "") ?? "";
  const token = own.startsWith(MASK) ? "" : own;
  const others = Object.entries(request.headers).filter(([name]) => name.toLowerCase() !== "authorization");
  const headers: Record<string, string> = {};
  for (const [name, value] of others) headers[name] = redact(value, token);
  if (token !== "") headers.Authorization = `Bearer ${MASK}${tail ?? tokenTail(token)}`;
  else if (tail !== null) headers.Authorization = `Bearer ${MASK}${tail}`;
  else if (own !== "") headers.Authorization = `Bearer ${own}`;
  return {
    ...request,
    url: redact(request.url, token),
    headers,
    body: request.body === null ? null : redact(request.body, token),
  };
}
