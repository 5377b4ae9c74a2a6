/** What a client was told, and may rely on. */
export interface Acknowledged {
  readonly id: string;
  readonly text: string;
}

/** Accounts as the server prints them: `default: phone_number_id 1, waba_id 2, token EAA…`. */
export interface PrintedAccount {
  readonly phoneNumberId: string;
  readonly token: string;
}

let count = 0;

/**
 * Writes to a server without a pause until it is killed: customers' texts, texts and templates to them, advances of time, a
 * world's events. Whatever was answered with 200 goes to `heard` at once.
 */
export async function loadUntilKilled(
  base: string,
  { phoneNumberId, token }: PrintedAccount,
  heard: (message: Acknowledged) => void,
): Promise<void> {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${base}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const send = (body: object) =>
    post(
      `/v26.0/${phoneNumberId}/messages`,
      { messaging_product: "whatsapp", ...body },
      { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    );
  try {
    for (;;) {
      const text = `Text ${++count}`;
      const to = `1555${2_000_000 + (count % 5_000)}`;
      const kind = count % 8;
      if (kind === 0) await (await post("/_world/time", { ms: 1_500 })).text();
      else if (kind === 1) {
        await (
          await post("/_world/events", [
            {
              type: "contact_changed",
              waId: to,
              change: { marketing: count % 16 === 1 ? "stopped" : "accepts" },
            },
          ])
        ).text();
      } else if (kind < 4) {
        const response = await post("/_world/inbound", { from: to, text });
        const { id } = await response.json();
        if (response.ok) heard({ id, text });
      } else {
        const template = { name: "hello_world", language: { code: "en_US" } };
        const response = await send(
          kind === 4 ? { to, type: "template", template } : { to, type: "text", text: { body: text } },
        );
        const { messages } = await response.json();
        if (response.ok) heard({ id: messages[0].id, text: kind === 4 ? "" : text });
      }
    }
  } catch {
    // The server was killed: what was not answered may be lost.
  }
}
