import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { WebhookQueue } from "../../../../../src/integrations/whatsapp/server/webhooks/delivery";
import {
  type Answer,
  type Subscriber,
  subscriberAt,
} from "../../../../../src/integrations/whatsapp/server/webhooks/subscriber";
import { bodyOf, serving } from "./served";

const ok: Answer = { ok: true };
const down: Answer = { ok: false, reason: "returned 503" };

/** A delivery whose subscriber answers from a list (then always takes), with pauses that take no time. */
function delivering(answers: Answer[], verify: Subscriber["verify"] = null) {
  const taken: string[] = [];
  const tried: string[] = [];
  const pauses: number[] = [];
  const lines: string[] = [];
  const subscriber: Subscriber = {
    verify,
    post: async (body) => {
      tried.push(body);
      const answer = answers.shift() ?? ok;
      if (answer.ok) taken.push(body);
      return answer;
    },
  };
  const delivery = new WebhookQueue(subscriber, {
    pause: async (ms) => {
      pauses.push(ms);
    },
    tell: (line) => lines.push(line),
  });
  return { delivery, taken, tried, pauses, lines };
}

describe("delivery to a subscriber", () => {
  it("keeps the order even if more arrives meanwhile", async () => {
    const { delivery, taken, lines } = delivering([]);
    delivery.add(["a", "b"]);
    delivery.add(["c"]);
    await delivery.idle();
    delivery.add(["d"]);
    await delivery.idle();
    expect(taken).toEqual(["a", "b", "c", "d"]);
    expect(lines).toEqual([]);
  });

  it("retries with growing pauses while the subscriber is down and loses nothing", async () => {
    const { delivery, taken, tried, pauses, lines } = delivering([ok, ...Array<Answer>(9).fill(down)]);
    delivery.add(["a", "b", "c"]);
    await delivery.idle();
    expect(taken).toEqual(["a", "b", "c"]);
    expect(tried.filter((body) => body === "b")).toHaveLength(10);
    expect(tried.indexOf("c")).toBe(tried.lastIndexOf("b") + 1);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(lines[0]).toBe("Webhooks: the subscriber returned 503. 2 events wait. Next try in 1 s.");
    expect(lines.at(-1)).toBe("Webhooks: the subscriber is back.");
  });

  it("verifies before the first event, until it succeeds", async () => {
    const order: string[] = [];
    const answers = [down, ok];
    const { delivery, taken } = delivering([], async () => {
      order.push("verify");
      return answers.shift() ?? ok;
    });
    delivery.add(["a"]);
    delivery.begin();
    await delivery.idle();
    delivery.add(["b"]);
    await delivery.idle();
    expect(order).toEqual(["verify", "verify"]);
    expect(taken).toEqual(["a", "b"]);
  });

  it("ends when it is stopped, even during a pause", async () => {
    const pauses: number[] = [];
    const delivery = new WebhookQueue(
      { verify: null, post: async () => down },
      {
        pause: (ms, signal) =>
          new Promise((_, reject) => {
            pauses.push(ms);
            signal.addEventListener("abort", () => reject(signal.reason));
            queueMicrotask(() => delivery.stop());
          }),
        tell: () => {},
      },
    );
    delivery.add(["a"]);
    await delivery.idle();
    delivery.add(["b"]);
    await delivery.idle();
    expect(pauses).toEqual([1_000]);
  });
});

describe("a subscriber over HTTP", () => {
  const alive = new AbortController().signal;
  const subscription = (url: string) => ({ url, appSecret: "s3cret", verifyToken: "my token" });

  it("gets the exact signed bytes", async () => {
    const got: { signature: unknown; older: unknown; type: unknown; body: string }[] = [];
    const url = await serving(async (incoming, outgoing) => {
      const {
        "x-hub-signature-256": signature,
        "x-hub-signature": older,
        "content-type": type,
      } = incoming.headers;
      got.push({ signature, older, type, body: (await bodyOf(incoming)).toString() });
      outgoing.end();
    });
    expect(await subscriberAt(subscription(url)).post('{"a":"ü"}', alive)).toEqual(ok);
    expect(got).toEqual([
      {
        // printf '{"a":"ü"}' | openssl dgst -sha256 -hmac s3cret
        older: `sha1=${createHmac("sha1", "s3cret").update('{"a":"ü"}').digest("hex")}`,
        signature: "sha256=cb1ae85f1d0c8e01b91effed68518eaceddd27aca134c63cd342727a28881b2f",
        type: "application/json",
        body: '{"a":"ü"}',
      },
    ]);
  });

  it("sees the requests of a server, not of a browser", async () => {
    const heads: string[][] = [];
    const url = await serving((incoming, outgoing) => {
      heads.push(incoming.rawHeaders.filter((_, at) => at % 2 === 0));
      expect(incoming.headers["user-agent"]).toBe("facebookexternalua");
      outgoing.end();
    });
    const subscriber = subscriberAt(subscription(url));
    await subscriber.verify?.(alive);
    await subscriber.post("{}", alive);
    expect(heads).toEqual([
      ["Accept", "User-Agent", "Host", "Connection"],
      [
        "Accept",
        "User-Agent",
        "Content-Type",
        "Content-Length",
        "X-Hub-Signature",
        "X-Hub-Signature-256",
        "Host",
        "Connection",
      ],
    ]);
  });

  it("is verified by echoing the challenge, and keeps its own query", async () => {
    const asked: URL[] = [];
    const url = await serving((incoming, outgoing) => {
      const at = new URL(incoming.url ?? "", "http://localhost");
      asked.push(at);
      outgoing.end(at.searchParams.get("hub.challenge"));
    });
    expect(await subscriberAt(subscription(`${url}/hook?tenant=7`)).verify?.(alive)).toEqual(ok);
    const [at] = asked;
    expect(at?.pathname).toBe("/hook");
    expect(Object.fromEntries(at?.searchParams ?? [])).toEqual({
      tenant: "7",
      "hub.mode": "subscribe",
      "hub.challenge": expect.stringMatching(/^\d{9}$/),
      "hub.verify_token": "my token",
    });
  });

  it.each([
    ["answers something else", 200, "hello", "didn't respond to the verification with only hub.challenge"],
    ["refuses the token", 403, "", "returned 403 (verification)"],
    ["redirects", 302, "", "returned 302 (verification)"],
  ])("is not verified if it %s", async (_, status, text, reason) => {
    const url = await serving((_incoming, outgoing) => {
      outgoing.writeHead(status, { Location: "/elsewhere" }).end(text);
    });
    expect(await subscriberAt(subscription(url)).verify?.(alive)).toEqual({ ok: false, reason });
  });

  it("counts as down if it refuses, answers no 2xx, cuts the connection or is too slow", async () => {
    const silent = await serving(() => {});
    const cutting = await serving((incoming) => incoming.socket.destroy());
    const failing = await serving((_, outgoing) => outgoing.writeHead(500).end());
    const post = (url: string, patienceMs?: number) =>
      subscriberAt(subscription(url), patienceMs).post("{}", alive);
    expect(await post(failing)).toEqual({ ok: false, reason: "returned 500" });
    expect(await post(cutting)).toMatchObject({ reason: expect.stringContaining("couldn't be reached") });
    expect(await post("http://127.0.0.1:1")).toMatchObject({
      reason: expect.stringContaining("couldn't be reached"),
    });
    expect(await post(silent, 50)).toEqual({ ok: false, reason: "didn't respond within 0.05 s" });
  });

  it("is verified only if there is a token", () => {
    expect(subscriberAt({ url: "http://localhost/", appSecret: null, verifyToken: null }).verify).toBeNull();
  });
});
