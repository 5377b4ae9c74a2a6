/** Why no response came, in the words of both doors. None ends with a full stop, so it can end a longer sentence. */

/** How long a request may take as a whole, unless said otherwise. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** The whole exchange took longer than a client waits. */
export function timedOut(timeoutMs: number): string {
  return `no complete response within ${timeoutMs / 1000} s`;
}

/** `fetch` failed in a browser, which hides the cause on purpose: the message, and possible causes. */
export function silentFailure(message: string): string {
  return `${message} (the browser gives no details: offline, wrong URL, redirect, or CORS not allowed)`;
}
