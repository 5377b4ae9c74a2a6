import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { shellQuote, toCurl } from "../../../../src/gateway/live/curl";
import type { HttpRequest } from "../../../../src/shared/http-message";
import { sample } from "../../../support/sample";

const TOKEN = "EAAGm0PX4ZCpsBAKZ-1234";

/** What a real shell hands to `curl`. */
function curlArguments(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { ...process.env, WHATSAPP_TOKEN: TOKEN, ACCESS_TOKEN: TOKEN };
  return execFileSync("sh", ["-c", script], { env, encoding: "utf8" }).split("\0").slice(0, -1);
}

const text = fc
  .oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[\n'"`$\\!{}@ a-z]{0,30}$/))
  .filter((each) => !each.includes("\0"));

test("any text is one shell word, unchanged", () => {
  const words = fc.array(text, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(words, (all) => {
      const script = `printf '%s\\0' ${all.map(shellQuote).join(" ")}`;
      const echoed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
      expect(echoed.split("\0").slice(0, -1)).toEqual(all);
    }),
    { numRuns: sample(20, 500) },
  );
});

test("any request's URL and body reach curl unchanged", () => {
  fc.assert(
    fc.property(text, text, (query, message) => {
      const request: HttpRequest = {
        method: "POST",
        url: `https://graph.facebook.com/v26.0/1/messages?q=${query.replace(/\s/g, "+")}`,
        headers: { "Content-Type": "application/json", Authorization: "Bearer ••••1234" },
        body: JSON.stringify({ text: { body: message } }),
      };
      expect(curlArguments(toCurl(request, "whatsapp"))).toEqual([
        "--globoff",
        request.url,
        "-H",
        `Authorization: Bearer ${TOKEN}`,
        "-H",
        "Content-Type: application/json",
        "--data-raw",
        request.body,
      ]);
    }),
    { numRuns: sample(20, 500) },
  );
});

test("a read is a plain curl with the token as a variable", () => {
  const request: HttpRequest = {
    method: "GET",
    url: "https://graph.facebook.com/v26.0/me?fields=id,name",
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: null,
  };
  expect(toCurl(request, "whatsapp")).toBe(
    "curl --globoff 'https://graph.facebook.com/v26.0/me?fields=id,name' \\\n" +
      '  -H "Authorization: Bearer $WHATSAPP_TOKEN"',
  );
  expect(toCurl({ ...request, method: "DELETE" })).toContain(
    '-X DELETE \\\n  -H "Authorization: Bearer $ACCESS_TOKEN"',
  );
});
