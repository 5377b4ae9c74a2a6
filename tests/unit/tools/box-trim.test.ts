import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import examples from "libphonenumber-js/examples.mobile.json";
import { parsePhoneNumberFromString as read } from "libphonenumber-js/min";
import { expect, test } from "vitest";
import { withModernModules, withoutLuaComments, withoutUnread } from "../../../tools/vite/box-trim-plugin";

const { resolve } = createRequire(import.meta.url);
const file = readFileSync(resolve("libphonenumber-js/metadata.min.json").replace(/json$/, "json.js"), "utf8");

test("the sandbox parses every country's phone numbers as the whole library would", async () => {
  const modern = resolve("libphonenumber-js/package.json").replace(
    /package\.json$/,
    "es6-modern/parsePhoneNumber.js",
  );
  const { default: parse }: typeof import("libphonenumber-js/core") = await import(modern);
  const text = withoutUnread(file);
  const metadata = JSON.parse(text.slice("export default ".length, -1));
  expect(text.length).toBeLessThan(file.length * 0.7);
  for (const [country, national] of Object.entries(examples)) {
    const code: string = metadata.countries[country][0];
    for (const tail of ["", "1", "12", "000"]) {
      const digits = `+${code}${national}${tail}`;
      const full = read(digits);
      const trimmed = parse(digits, metadata);
      expect([digits, trimmed?.number, trimmed?.country, trimmed?.isValid(), trimmed?.isPossible()]).toEqual([
        digits,
        full?.number,
        full?.country,
        full?.isValid(),
        full?.isPossible(),
      ]);
    }
  }
});

test("another version of the phone number library stops the build", () => {
  expect(() => withModernModules("export { parse } from './parse.js'")).toThrow(/es6/);
  expect(() => withoutUnread('export default {"version":5,"countries":{}}')).toThrow(/version 4/);
});

test("the runtime's Lua loses comments and indentation, but no lines and no code", () => {
  const lua = "-- why\nlocal a = 1 -- kept\n  --- doc\n\tif a then\n    return '-- text'\n  end\n";
  const made = withoutLuaComments(`export default ${JSON.stringify(lua)};`);
  expect(JSON.parse(made.slice("export default ".length, -1))).toBe(
    "\nlocal a = 1 -- kept\n\nif a then\nreturn '-- text'\nend\n",
  );
  expect(() => withoutLuaComments('export default "a = [[\\n  text]]"')).toThrow(/long brackets/);
});
