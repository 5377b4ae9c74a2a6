import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanToken, tokenTail } from "../../../src/shared/access-token";

const TOKEN = "EAAGm0PX4ZCpsBAKZ.x-y_z1234";

test.each([TOKEN, `  ${TOKEN}\n`, `Bearer ${TOKEN}`, `bearer   ${TOKEN} `])(
  "%j is accepted as the token alone",
  (typed) => {
    expect(cleanToken(typed)).toEqual({ ok: true, value: TOKEN });
  },
);

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["Bearer ", "empty"],
  ["EAAGm0PX\nCpsBAKZ", "line break"],
  ["EAAGm0PX CpsBAKZ", "space"],
  ["EAAGm0PXéCpsBAKZ", "invalid character"],
  ["EAAGm0PX\u0000CpsBAKZ", "invalid character"],
  ["abc", "3 characters"],
])("%j is refused", (typed, word) => {
  const cleaned = cleanToken(typed);
  expect(cleaned.ok ? "taken" : cleaned.message).toContain(word);
});

test("whatever is accepted is valid in an Authorization header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const cleaned = cleanToken(typed);
      if (cleaned.ok) new Headers({ Authorization: `Bearer ${cleaned.value}` });
    }),
  );
});

test("the visible end is four characters and never a large part of the token", () => {
  expect(tokenTail(TOKEN)).toBe("1234");
  expect(tokenTail("test-token")).toBe("");
});
