import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hostingHeaders } from "../../../tools/hosting-headers";
import { contentPolicy } from "../../../tools/vite/policy-plugin";

const file = (path: string) => new URL(`../../../${path}`, import.meta.url).pathname;
const nginx = readFileSync(file("deploy/nginx.conf"), "utf8");

/** What a `map $uri $name { … }` of the nginx file returns for a path. */
function mapped(name: string, path: string): string {
  const body = new RegExp(`map \\$uri \\$${name} \\{([^}]*)\\}`).exec(nginx)?.[1] ?? "";
  const rules = Array.from(body.matchAll(/^\s*(\S+)\s+(.+);$/gm), ([, key = "", value = ""]) => ({
    key,
    value: value.replace(/^"(.*)"$/, "$1"),
  }));
  const found = rules.find(({ key }) => key.startsWith("~") && new RegExp(key.slice(1)).test(path));
  return (found ?? rules.find(({ key }) => key === "default"))?.value ?? "";
}

/** The headers that nginx sends; an empty value sends none. */
function nginxHeaders(path: string): Record<string, string> {
  const found = Array.from(
    nginx.matchAll(/^\s*add_header (\S+) (.+) always;$/gm),
    ([, name = "", value = ""]) => {
      const variable = /^\$(\w+)$/.exec(value)?.[1];
      return [name, variable === undefined ? value.replace(/^"(.*)"$/, "$1") : mapped(variable, path)];
    },
  );
  return Object.fromEntries(found.filter(([, value]) => value !== ""));
}

const hosts = [
  ["_headers", hostingHeaders(file("public/_headers"))],
  ["nginx.conf", nginxHeaders],
] as const;

describe.each(hosts)("%s", (name, headers) => {
  test.each(["/embed.html", "/embed"])("lets any site frame %s", (path) => {
    const sent = headers(path);
    expect(sent["Content-Security-Policy"]).toBeUndefined();
    expect(sent["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    expect(sent["Cross-Origin-Embedder-Policy"]).toBe("require-corp");
  });

  test.each(["/", "/index.html", "/embedded", "/embed.html/x", "/assets/embed-x.js"])(
    "keeps %s to the site itself",
    (path) => {
      expect(headers(path)).toMatchObject({
        "Content-Security-Policy": "frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
      });
    },
  );

  test("caches only files with a hash in their name", () => {
    expect(headers("/assets/a-1.js")["Cache-Control"]).toContain("immutable");
    expect(headers("/embed")["Cache-Control"]).toBe("no-cache");
    expect(name).not.toBe("");
  });
});

test("nginx sends the headers in _headers over HTTPS, and finds /embed", () => {
  const own = nginxHeaders("/index.html");
  expect(own).toMatchObject(hostingHeaders(file("public/_headers"))("/index.html"));
  expect(own["Strict-Transport-Security"]).toMatch(/^max-age=\d{8}/);
  expect(nginx).toMatch(/listen 443 ssl;/);
  expect(nginx).toMatch(/return 301 https:/);
  expect(nginx).toContain("try_files $uri $uri.html $uri/ =404;");
});

test.each([
  ["/embed.html", /; connect-src 'self';/],
  ["/index.html", /; connect-src 'self' https: http:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*;/],
])("the policy of %s says where it may connect", (path, expected) => {
  expect(contentPolicy(path, [])).toMatch(expected);
});
