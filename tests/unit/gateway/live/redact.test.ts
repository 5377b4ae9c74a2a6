import fc from "fast-check";
import { describe, expect, test } from "vitest";
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
    { numRuns: sample(150, 20_000) },
  );
});

test("no token survives among pieces of itself", () => {
  const cut = fc.tuple(anyToken, fc.array(fc.tuple(fc.nat(40), fc.nat(40))));
  fc.assert(
    fc.property(cut, ([token, cuts]) => {
      const text = cuts.map(([from, to]) => token.slice(from, to)).join("") + token + token.slice(1);
      expect(redact(text, token)).not.toContain(token);
    }),
    { numRuns: sample(150, 20_000) },
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

const codes = (text: string) => [...new TextEncoder().encode(text)];
const hex = (code: number) => code.toString(16).padStart(2, "0");
const each = (text: string, write: (code: number) => string) => codes(text).map(write).join("");
const spellings: Record<string, (text: string) => string> = {
  ...dresses,
  "in base64url": (text) => base64(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  "in base64 with line breaks": (text) => base64(text).replace(/.{20}/g, "$&\r\n"),
  "in base64 of base64": (text) => base64(base64(text)),
  "in base64 of base64 among others": (text) => base64(`to ${base64(`user:${text}:x`)}!`),
  "in hex": (text) => each(text, hex),
  "in upper-case hex with colons": (text) => codes(text).map(hex).join(":").toUpperCase(),
  "as a hex dump": (text) => codes(text).map(hex).join(" "),
  "with blanks between": (text) => [...text].join(" "),
  "with zero-width characters between": (text) => [...text].join("\u200b"),
  "with soft hyphens and joiners between": (text) => [...text].join("\u00ad\u200d"),
  "in pieces of 11": (text) => text.replace(/.{11}/g, "$& "),
  "as a list of letters": (text) => JSON.stringify([...text]),
  "as a list of numbers": (text) => JSON.stringify(codes(text)),
  "as a list of hex numbers": (text) =>
    codes(text)
      .map((code) => `0x${hex(code)}`)
      .join(", "),
  "all \\x": (text) => each(text, (code) => `\\x${hex(code)}`),
  "all \\u{}": (text) => each(text, (code) => `\\u{${code.toString(16)}}`),
  "all \\U": (text) => each(text, (code) => `\\U000000${hex(code)}`),
  "all octal": (text) => each(text, (code) => `\\${code.toString(8).padStart(3, "0")}`),
  "some octal, some \\x": (text) =>
    [...text]
      .map((c, at) =>
        at % 3 === 0
          ? `\\${c.charCodeAt(0).toString(8).padStart(3, "0")}`
          : at % 3 === 1
            ? `\\x${hex(c.charCodeAt(0))}`
            : c,
      )
      .join(""),
  "all quoted-printable": (text) => each(text, (code) => `=${hex(code).toUpperCase()}`),
  "some quoted-printable, with soft breaks": (text) =>
    [...text]
      .map((c, at) => (at % 2 === 0 ? `=${hex(c.charCodeAt(0)).toUpperCase()}` : `${c}=\r\n`))
      .join(""),
  "all percent-encoded": (text) => each(text, (code) => `%${hex(code)}`),
  "all decimal entities": (text) => each(text, (code) => `&#${code};`),
  "all hex entities": (text) => each(text, (code) => `&#x${hex(code)};`),
  "in binary": (text) =>
    codes(text)
      .map((code) => code.toString(2).padStart(8, "0"))
      .join(" "),
  backwards: (text) => [...text].reverse().join(""),
  "in full-width letters": (text) =>
    [...text].map((c) => (c > " " && c <= "~" ? String.fromCodePoint(c.charCodeAt(0) + 0xfee0) : c)).join(""),
  "in mathematical letters": (text) =>
    [...text]
      .map((c) => (/[A-Z]/.test(c) ? String.fromCodePoint(0x1d400 + c.charCodeAt(0) - 65) : c))
      .join(""),
  "in capitals": (text) => text.toUpperCase(),
  "in small letters": (text) => text.toLowerCase(),
};

/** Meta's tokens are letters and digits; others have a few signs. */
const metaToken = fc.stringMatching(/^EAA[A-Za-z0-9]{30,200}$/);
const someSigns = fc.stringMatching(/^[A-Za-z0-9]{12}(?:[A-Za-z0-9]{6}[._|+/=~-]){2,6}[A-Za-z0-9]{8}$/);

/** How much of what was echoed is still there: more than the signs, and a few letters at either end, is too much. */
function leftOver(spelling: (text: string) => string, token: string): number {
  const echoed = spelling(token);
  const out = redact(`<p>says ${echoed} !</p>`, token);
  return out.replace("<p>says ", "").replace(" !</p>", "").replaceAll("••••", "").length / echoed.length;
}

describe("no spelling of a token survives", () => {
  test.each(Object.keys(spellings))("%s", (name) => {
    const spelling = spellings[name] ?? ((text) => text);
    fc.assert(
      fc.property(fc.oneof(metaToken, someSigns), (token) => {
        expect(redact(`<p>says ${spelling(token)} !</p>`, token)).toMatch(
          /^<p>says [\s\S]*••••[\s\S]* !<\/p>$/,
        );
        expect(leftOver(spelling, token)).toBeLessThan(0.35);
      }),
      { numRuns: sample(30) },
    );
  });

  test("and text that merely looks similar stays", () => {
    const ids = fc.array(
      fc.oneof(
        fc.stringMatching(/^[0-9a-f]{0,80}$/),
        fc.base64String(),
        fc.string(),
        fc.integer().map(String),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(metaToken, ids, (token, texts) => {
        const text = texts.join(" ").replace(/access_token|Bearer|Malformed/gi, "");
        expect(redact(text, token)).toBe(text);
      }),
      { numRuns: sample(100) },
    );
  });
});

test.each(["a", "4a", "Ａ", "%41", "=41", "\\x41", "&#x41;", "EAA", "\u200b", "😀", "ﷺ"])(
  "512 kB of %s are searched in linear time",
  (part) => {
    const token = `EAA${"Zx9".repeat(60)}`;
    const clean = (size: number) => {
      const text = part.repeat(Math.floor(size / part.length)) + token;
      const before = process.cpuUsage();
      expect(redact(text, token)).not.toContain(token);
      return process.cpuUsage(before).user / 1000;
    };
    clean(20_000);
    expect(clean(512 * 1024)).toBeLessThan(2_500);
  },
);

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
