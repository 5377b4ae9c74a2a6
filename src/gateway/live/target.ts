import { isLoopback } from "../../shared/loopback";
import { failure, type Result } from "../../shared/result";

/**
 * Where a token may be sent: any https host, and plain http only on this machine (a local simulator or proxy). Anything else
 * would send the token unencrypted over a network, or isn't HTTP at all.
 */
export function checkTarget(url: string): Result<URL> {
  if (!URL.canParse(url))
    return failure("the base URL is not a complete URL such as https://graph.facebook.com/v26.0");
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "") {
    return failure("the base URL contains a user name or password. Remove them");
  }
  if (parsed.protocol === "https:") return { ok: true, value: parsed };
  if (parsed.protocol === "http:" && isLoopback(parsed.hostname)) return { ok: true, value: parsed };
  const scheme = parsed.protocol.slice(0, -1);
  return failure(
    `the base URL begins with ${scheme}:, and tokens are sent over https only (http works for localhost and 127.0.0.1)`,
  );
}
