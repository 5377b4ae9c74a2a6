import { expect, test } from "vitest";
import { checkAccountName, functionNamesOf } from "../../../src/shared/account-name";

const functionNames = functionNamesOf({
  id: "whatsapp",
  functions: [{ name: "send_message" }, { name: "get_current_user" }],
});
const check = (name: string) => checkAccountName(name, { taken: ["support"], functionNames });

test.each(["sales", "Sales2", "_private", "x", "constructor", "Support"])(
  "%s can name an account",
  (name) => {
    expect(check(name)).toBeNull();
  },
);

test.each([
  ["", "An account needs a name, such as support."],
  [" sales", "Remove the spaces before or after the name."],
  ["2nd", "Names start with a letter or underscore, not a digit."],
  ["my shop", "Names use letters a–z, digits and underscores, not a space."],
  ["café", "Names use letters a–z, digits and underscores, not “é”."],
  ["a😀", "Names use letters a–z, digits and underscores, not “😀”."],
  ["my-shop", "Names use letters a–z, digits and underscores, not “-”."],
  ["x".repeat(41), "Names can have at most 40 characters. This one has 41."],
  ["__proto__", "Names that start with two underscores are reserved."],
  ["end", "“end” is a reserved word in Lua."],
  ["goto", "“goto” is a reserved word in Lua."],
  ["send_message", "“send_message” is a function's name."],
  ["whatsapp_send_message", "“whatsapp_send_message” is a function's name."],
  ["support", "There is already an account named “support”."],
])("%j is refused, saying why", (name, sentence) => {
  expect(check(name)).toBe(sentence);
});

test("default is refused, since it always means the default account", () => {
  expect(check("default")).toContain("default account");
});
