import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample } from "../../support/sample";
import { run } from "./start";

describe("json.encode", () => {
  test.each([
    ["{}", "[]"],
    ["{ a = {} }", '{\n    "a": []\n}'],
    ["{ 1, 'x', true }", '[\n    1,\n    "x",\n    true\n]'],
    ["{ b = 1, a = { c = 2 } }", '{\n    "a": {\n        "c": 2\n    },\n    "b": 1\n}'],
    ["'a/b ü 😀 \"q\" \\\\ \\n \\1'", '"a/b ü 😀 \\"q\\" \\\\ \\n \\u0001"'],
    ["nil", "null"],
    ["1.5", "1.5"],
    ["0.1", "0.1"],
    ["1e300", "1.0e+300"],
    ["5.0", "5"],
    ["-2.50", "-2.5"],
    ["-0.0", "-0"],
    ["1e15", "1000000000000000"],
    ["1.25e16", "12500000000000000"],
    ["1e17", "1.0e+17"],
    ["123456789012345678.0", "1.2345678901234568e+17"],
    ["0.0001", "0.0001"],
    ["0.000012", "1.2e-5"],
    ["1/3", "0.3333333333333333"],
    ["2.0^53", "9007199254740992"],
    ["math.mininteger", "-9223372036854775808"],
    ["{ [1] = 'a', [3] = 'c' }", '{\n    "1": "a",\n    "3": "c"\n}'],
  ])("%s", async (value, text) => {
    const { result, error } = await run(`return json.encode(${value})`);
    expect(error).toBeNull();
    expect(result).toEqual([text]);
  });

  test.each([
    ["print", "json.encode: the value cannot be a function."],
    ["app", "json.encode: the value cannot be app."],
    ["{ f = app.x.send }", 'json.encode: "f" cannot be app.x.send.'],
    ["{ a = { print } }", 'json.encode: "a[1]" cannot be a function.'],
    ["loop", 'json.encode: "me" contains itself, which JSON cannot hold.'],
    ["0/0", "json.encode: the value cannot be nan (not a number)."],
    ["'\\xff'", "json.encode: the value is not valid UTF-8."],
    ["nested", /json\.encode: "[a.]*" is nested deeper than 512 levels\.$/],
    ["", "json.encode: a value is missing."],
  ])("refuses %s", async (value, message) => {
    const { error } = await run(
      `local loop, nested = {}, {} loop.me = loop for _ = 1, 100000 do nested = { a = nested } end
      return json.encode(${value})`,
    );
    if (typeof message === "string") expect(error?.message).toBe(`order.lua:2: ${message}`);
    else expect(error?.message).toMatch(message);
  });
});

describe("json.decode", () => {
  test.each([
    [
      '[1,2.0,2.5,-3,1e2,null,"x"]',
      "local r = ... return math.type(r[2]), r[3], r[5], r[6] == nil, r[7]",
      ["integer", 2.5, 100, true, "x"],
    ],
    ['{"__proto__":{"a":1}}', "return (...).__proto__.a", [1]],
    [' "\\ud83d\\ude00\\u00fc\\ud800x\\n\\/" ', "return ...", ["😀ü\ufffdx\n/"]],
    ["12345678901234567890", "return math.type(...)", ["float"]],
    ["9007199254740993", "return tostring(...)", ["9007199254740993"]],
    ["true", "return ...", [true]],
    ['""', "return ...", [""]],
  ])("%s", async (text, body, expected) => {
    const { result, error } = await run(
      `local f = function(...) ${body} end return f(json.decode([==[${text}]==]))`,
    );
    expect(error).toBeNull();
    expect(result).toEqual(expected);
  });

  test.each([
    ["", "the text ends where a value is expected at line 1 column 1."],
    ["[1,\n 2,]", "unexpected character at line 2 column 4."],
    ['{"a" 1}', "expected ':' at line 1 column 6."],
    ["[1 2]", "expected ',' or ']' at line 1 column 4."],
    ["{a:1}", "expected a key in quotes at line 1 column 2."],
    ['"abc', "a string is not closed at line 1 column 1."],
    ['"a\nb"', "a control character must be written as an escape at line 1 column 3."],
    ['"\\x"', "unknown escape \\x at line 1 column 2."],
    ['"\\u12g4"', "\\u needs four hexadecimal digits at line 1 column 2."],
    ["01", "a number must not begin with 0 at line 1 column 1."],
    ["1.e5", "malformed number at line 1 column 1."],
    ["nul", "unexpected character at line 1 column 1."],
    ["1 2", "unexpected text behind the value at line 1 column 3."],
    ["NaN", "unexpected character at line 1 column 1."],
  ])("says where %j is wrong", async (text, message) => {
    const { error } = await run(
      `\nreturn json.decode(${JSON.stringify(text).replace(/\\u/g, "\\u").replaceAll("\\\\u", "\\\\u")})`,
    );
    expect(error?.message).toBe(`order.lua:2: json.decode: ${message}`);
  });

  test("refuses text nested 100,000 deep, invalid UTF-8 and values that are not text", async () => {
    const { result } = await run(`
      return (select(2, pcall(json.decode, ("["):rep(100000)))), (select(2, pcall(json.decode, '"\\xff"'))),
        (select(2, pcall(json.decode))), (select(2, pcall(json.decode, {}))), (select(2, pcall(json.decode, 42)))`);
    expect(result).toEqual([
      "order.lua:2: json.decode: nested deeper than 512 levels at line 1 column 513.",
      "order.lua:2: json.decode: invalid UTF-8 at line 1 column 2.",
      "order.lua:3: json.decode: expected string, got nil",
      "order.lua:3: json.decode: expected string, got table",
      "order.lua:3: json.decode: expected string, got number",
    ]);
  });
});

/** JSON without null (a nil would vanish), empty objects (an empty table is a list) and -0. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "1")),
      tie("value"),
      {
        minKeys: 1,
        maxKeys: 5,
        noNullPrototype: true,
      },
    ),
  ),
}));

test("whatever JSON.stringify writes is decoded, passed through a call and encoded unchanged", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 8 }), async (values) => {
      const { result, calls, error } = await run(
        `local given = app.give()
        app.take{ v = given }
        return json.encode(given), json.encode(json.decode(json.encode(given)))`,
        { answer: () => JSON.parse(JSON.stringify(values)) },
      );
      expect(error).toBeNull();
      const plain = JSON.parse(JSON.stringify(values));
      expect(calls[1]?.args).toEqual([{ v: plain }]);
      expect(JSON.parse(String(result[0]))).toEqual(plain);
      expect(result[1]).toEqual(result[0]);
    }),
    { numRuns: sample(25, 1_000) },
  );
});

test("overwritten globals and string functions do not affect it", async () => {
  const { result, calls } = await run(`
    local encode, decode, call = json.encode, json.decode, app.f
    for name in next, string do string[name] = function() error("touched") end end
    getmetatable("").__index = function() error("touched") end
    for _, name in ipairs{ "next", "type", "rawget", "tostring", "tonumber", "table", "utf8", "math", "json", "app", "select" } do
      _G[name] = nil
    end
    call{ a = "x" }
    return encode(decode('{"a":[1,"\\\\u00fc"]}'))`);
  expect(JSON.parse(String(result[0]))).toEqual({ a: [1, "ü"] });
  expect(calls[0]?.args).toEqual([{ a: "x" }]);
});
