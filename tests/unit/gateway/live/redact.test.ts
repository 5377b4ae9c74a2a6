import fc from "fast-check";
import { expect, test } from "vitest";
import { redact as redactAny } from "../../../../src/gateway/live/redact";
import { whatsapp } from "../../../../src/integrations/whatsapp";
import { sample } from "../../../support/sample";

const redact = (text: string, token: string) => redactAny(text, token, whatsapp.authorization.echoes);

const TOKEN = "QWERm0PX4ZCps/BA+KZ.x-y_z|1234=";

const anyToken = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 3 }),
  fc.stringMatching(/^[\\.*+?^${}()|[\]/%&"'<>•-]{1,20}$/),
  fc.stringMatching(/^[\x21-\x7e]{8,300}$/),
);

test("no token survives verbatim in any text", () => {
  fc.assert(
    fc.property(anyToken, fc.array(fc.string({ unit: "binary" })), (token, texts) => {
      expect(redact(texts.join(token), token)).not.toContain(token);
    }),
    { numRuns: sample(300, 20_000) },
  );
});

test("no token survives among pieces of itself", () => {
  const cut = fc.tuple(anyToken, fc.array(fc.tuple(fc.nat(40), fc.nat(40))));
  fc.assert(
    fc.property(cut, ([token, cuts]) => {
      const text = cuts.map(([from, to]) => token.slice(from, to)).join("") + token + token.slice(1);
      expect(redact(text, token)).not.toContain(token);
    }),
    { numRuns: sample(300, 20_000) },
  );
});

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const dresses: Record<string, (text: string) => string> = {
  "URL-encoded": encodeURIComponent,
  "form-encoded": (text) => new URLSearchParams({ t: text }).toString().slice(2),
  "URL-encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "JSON-escaped": (text) => JSON.stringify(text).slice(1, -1),
  "JSON-escaped with slashes, as PHP does": (text) =>
    JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
  "JSON in JSON": (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  "all \\u": (text) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`).join(""),
  "HTML-escaped": (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  "in base64": base64,
  "in base64 after one byte": (text) => base64(`:${text}:`),
  "in base64 after two bytes": (text) => base64(`u:${text}`),
};

/** What a header can carry; backslashes at either end may stay behind, escaped. */
const longToken = fc.stringMatching(/^[!-[\]-~][\x21-\x7e]{10,78}[!-[\]-~]$/);

test.each(Object.keys(dresses))("a token echoed %s is redacted", (name) => {
  const dress = dresses[name] ?? ((text) => text);
  fc.assert(
    fc.property(longToken, (token) => {
      const out = redact(`<p>before ${dress(token)} after</p>`, token);
      expect(out).toMatch(/^<p>before .{0,5}••••.{0,5} after<\/p>$/s);
    }),
  );
});

test("JSON around a token stays JSON and is otherwise unchanged", () => {
  const inString = fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(inString, fc.stringMatching(/^EAA[A-Za-z0-9]{20,60}$/), ([before, after], token) => {
      const body = JSON.stringify({ error: { message: `${before} ${token} ${after}`, code: 190 } });
      expect(JSON.parse(redact(body, token))).toEqual({
        error: { message: `${before} •••• ${after}`, code: 190 },
      });
    }),
  );
});

test("a truncated echo is redacted", () => {
  const token = "EAAGm0PX4ZCpsBAKZxyz0123456789abcdef";
  expect(redact(`token ${token.slice(0, 20)}… is bad`, token)).toBe("token ••••… is bad");
  expect(redact(`…${token.slice(9)} is bad`, token)).toBe("…•••• is bad");
});

test.each([
  ["Malformed access token AQDxyz", "Malformed access token ••••"],
  [
    '{"message":"Malformed access token AQDxyz","code":190}',
    '{"message":"Malformed access token ••••","code":190}',
  ],
  ["https://x/y?limit=1&access_token=abc&after=d", "https://x/y?limit=1&access_token=••••&after=d"],
  [
    "next=https%3A%2F%2Fx%3Faccess_token%3Dabc%26after%3Dd",
    "next=https%3A%2F%2Fx%3Faccess_token%3D••••%26after%3Dd",
  ],
  [
    '"https:\\/\\/x\\/y?access_token=abc\\u0026after=d"',
    '"https:\\/\\/x\\/y?access_token=••••\\u0026after=d"',
  ],
  ['{"access_token": "abc", "expires_in": 5}', '{"access_token": "••••", "expires_in": 5}'],
  ['{"access_token":null}', '{"access_token":null}'],
  ["Authorization: Bearer EAAGm0PX4ZCpsBAKZ", "Authorization: Bearer ••••"],
  ["Bearer of good news", "Bearer of good news"],
])("tokens recognized by what precedes them are redacted too: %s", (text, out) => {
  expect(redact(text, "")).toBe(out);
  expect(redact(text, TOKEN)).toBe(out);
});

test("text without a token stays unchanged", () => {
  const text = '{"messages":[{"id":"wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA"}]}';
  expect(redact(text, TOKEN)).toBe(text);
});

test("the longest token the vault accepts is redacted", () => {
  const token = Array.from({ length: 1024 }, (_, index) => `${index.toString(36).padStart(3, "0")}/`).join(
    "",
  );
  expect(redact(`x ${JSON.stringify(token)} y ${encodeURIComponent(token)} z`, token)).toBe(
    'x "••••" y •••• z',
  );
});

test.each(["access_token=", "Bearer+", "%25", "&amp;", "&#0", "\\", "\\u", "Malformed access token "])(
  "a hostile answer of nothing but %s is searched to the end",
  (part) => {
    expect(redact(part.repeat(200_000) + TOKEN, TOKEN)).not.toContain(TOKEN.slice(0, 12));
  },
);
