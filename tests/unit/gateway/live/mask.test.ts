import { expect, test } from "vitest";
import { maskRequest } from "../../../../src/gateway/live/mask";
import type { HttpRequest } from "../../../../src/shared/http-message";

const TOKEN = "EAAGm0PX4ZCpsBAKZ-1234";
const plain: HttpRequest = {
  method: "POST",
  url: "https://graph.facebook.com/v26.0/1/messages",
  headers: { "Content-Type": "application/json" },
  body: '{"to":"15551234567"}',
};

test("a row shows only the end of the account's token", () => {
  expect(maskRequest(plain, "1234")).toEqual({
    ...plain,
    headers: { "Content-Type": "application/json", Authorization: "Bearer ••••1234" },
  });
  expect(maskRequest(plain)).toEqual(plain);
});

test("a request that carries its token is masked everywhere", () => {
  const request = {
    ...plain,
    url: `${plain.url}?access_token=${TOKEN}`,
    headers: { authorization: `Bearer ${TOKEN}`, "X-Copy": TOKEN },
    body: `{"note":"${TOKEN}"}`,
  };
  const masked = maskRequest(request);
  expect(JSON.stringify(masked)).not.toContain(TOKEN);
  expect(masked).toEqual({
    method: "POST",
    url: `${plain.url}?access_token=••••`,
    headers: { "X-Copy": "••••", Authorization: "Bearer ••••1234" },
    body: '{"note":"••••"}',
  });
  expect(maskRequest(masked)).toEqual(masked);
});

test("a message that looks like the token's placeholder is shown as it was written", () => {
  const body = '{"text":"TOKEN-HERE and TOKEN-HERE-"}';
  expect(maskRequest({ ...plain, body }, "1234")).toMatchObject({
    headers: { Authorization: "Bearer ••••1234" },
    body,
  });
});
