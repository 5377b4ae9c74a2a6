import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PatternError } from "../../../src/runtime/regex/delimiters";
import { findMatches } from "../../../src/runtime/regex/find-matches";
import { sample } from "../../support/sample";
import { run } from "./start";

/** A Lua long string that holds the text as it is. */
const lua = (text: string) => `[==[${text}]==]`;
const outcomeOf = async (source: string) => {
  const { result, error } = await run(`return ${source}`);
  return error ? error.message : result[0];
};

describe("regex.match", () => {
  test.each<[string, string, unknown]>([
    ["order 42", "/(\\w+) (\\d+)/", ["order 42", "order", "42"]],
    ["order 42", "(\\w+) (\\d+)", ["order 42", "order", "42"]],
    ["order 42", "#\\d+#", ["42"]],
    ["order 42", "~O(R)~i", ["or", "r"]],
    ["order 42", "{\\d{2}}", ["42"]],
    ["order 42", "/x/", null],
    ["a/b", "/a\\/b/", ["a/b"]],
    ["a/b", "a/b", ["a/b"]],
    ["2031-05-06", "/(?P<y>\\d+)-(?<m>\\d+)/", { 1: "2031-05", 2: "2031", 3: "05", y: "2031", m: "05" }],
    ["abab", "/(?P<x>ab)(?P=x)/", { 1: "abab", 2: "ab", x: "ab" }],
    ["abab", "/(ab)\\1/", ["abab", "ab"]],
    ["abab", "/(ab)\\g{-1}/", ["abab", "ab"]],
    ["xay", "/x(b)?(a)(c)?y/", ["xay", "", "a"]],
    ["one\ntwo", "/^two$/m", ["two"]],
    ["one\ntwo", "/^two$/", null],
    ["one\n", "/one$/", ["one"]],
    ["one\n", "/one\\z/", null],
    ["one\n", "/one\\Z/", ["one"]],
    ["one", "/\\Aone\\z/", ["one"]],
    ["a\nb", "/a.b/", null],
    ["a\nb", "/a.b/s", ["a\nb"]],
    ["a\u2028b", "/a.b/", ["a\u2028b"]],
    ["ab", "/ a  b # both /x", ["ab"]],
    ["AB", "/(?i)ab/", ["AB"]],
    ["a \tb", "/a\\h+b/", ["a \tb"]],
    ["Ab1_", "/[[:alpha:]]+/", ["Ab"]],
    ["Ab1_", "/[^[:alpha:]]+/", ["1_"]],
    ["a]b", "/[]]/", ["]"]],
    ["a-b", "/[\\w-]+/", ["a-b"]],
    ["a{b}", "/a{b}/", ["a{b}"]],
    ["x😀y", "/x.y/", ["x😀y"]],
    ["Ünal", "/\\w+/", ["nal"]],
    ["Ünal", "/\\w+/u", ["Ünal"]],
    ["é", "/^\\x{e9}$/", ["é"]],
    ["1+1", "/\\Q1+1\\E/", ["1+1"]],
    ["wörd", "/\\p{L}+/u", ["wörd"]],
    ["ab", "/(?<=a)b(?!c)/", ["b"]],
    ["foo@bar.de", "/^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$/i", ["foo@bar.de"]],
    ["", "/^$/", [""]],
    ["aaa", "/a++a/", null],
    ["aaab", "/a*+b/", ["aaab"]],
    ["aab", "/(?>a|aa)b/", ["ab"]],
    ["foobar", "/foo\\Kbar/", ["bar"]],
    ["aBc", "/a(?i)b(?-i)c/", ["aBc"]],
    ["aBC", "/a(?i)b(?-i)c/", null],
    ["aBc", "/a(?i:b)c/", ["aBc"]],
    ["aBC", "/a(?i:b)c/", null],
    ["aB", "/(?:a(?i)x|b)/", ["B"]],
    ["ab", "/(?x: a b )/", ["ab"]],
    ["a\nb", "/a(?s:.)b/", ["a\nb"]],
    ["f(a(b)c)d", "/\\((?:[^()]++|(?R))*+\\)/", ["(a(b)c)"]],
    ["racecar", "/^((.)(?1)\\2|.?)$/", ["racecar", "racecar", "r"]],
    ["2+3*4", "/^(?<e>(?<n>\\d)(?:[+*](?&n))*)$/", { 1: "2+3*4", 2: "2+3*4", 3: "2", e: "2+3*4", n: "2" }],
    ["1.2", "/(?(DEFINE)(?<d>\\d))^(?&d)\\.(?P>d)$/", ["1.2"]],
    ["<a>", "/^(<)?a(?(1)>|$)/", ["<a>", "<"]],
    ["<a", "/^(<)?a(?(1)>|$)/", null],
    ["a", "/^(?<q><)?a(?(<q>)>|$)/", ["a"]],
    ["x1", "/(?(?=x)x\\d|y)/", ["x1"]],
    ["y", "/(?(?=x)x\\d|y)/", ["y"]],
    ["sat", "/(?|(sun)|(sat))/", ["sat", "sat"]],
    ["aXbX", "/(?|a(.)|b(.))(b)/", ["aXb", "X", "b"]],
    ["ab", "/\\Gb/", null],
    ["xb", "/(a)?b\\1/", null],
    ["price 12", "/(?<!\\d)(?<=price )\\d+/", ["12"]],
    ["b", "/(?<=^|a)b/", ["b"]],
    ["aaa", "/^(?:a?)*?$/", ["aaa"]],
    ["foobaz", "/foo(?!bar)(\\w+)/", ["foobaz", "baz"]],
    ["😀a", "/(?<=😀)./", ["a"]],
  ])("%j =~ %s", async (subject, pattern, expected) => {
    expect(
      await outcomeOf(
        `regex.match(${lua(`${subject.startsWith("\n") ? "\n" : ""}${subject}`)}, ${lua(pattern)})`,
      ),
    ).toEqual(expected);
  });

  test("returns byte offsets from 1, and nil for groups that did not match", async () => {
    expect(await outcomeOf("regex.match('üx1', '/(x)(y)?(1)/', 256)")).toEqual([
      ["x1", 3],
      ["x", 3],
      ["", 0],
      ["1", 4],
    ]);
    expect(await outcomeOf("regex.match('x1', '/(x)(y)?(1)/', 512)")).toEqual({ 1: "x1", 2: "x", 4: "1" });
  });
});

describe("regex.match_all", () => {
  test.each<[string, unknown]>([
    [
      "regex.match_all('a1 b2', '/([a-z])(\\\\d)/')",
      [
        ["a1", "b2"],
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "regex.match_all('a1 b2', '/([a-z])(\\\\d)/', 2)",
      [
        ["a1", "a", "1"],
        ["b2", "b", "2"],
      ],
    ],
    ["regex.match_all('a1 b2', '/x/')", []],
    ["regex.match_all('a1 b2', '/(?P<l>[a-z])/').l", ["a", "b"]],
    [
      "regex.match_all('üa', '/./', 256)[1]",
      [
        ["ü", 1],
        ["a", 3],
      ],
    ],
    ["regex.match_all('aaa', '/a*?/')[1]", ["", "", "", ""]],
    ["regex.match_all('a😀', '//')[1]", ["", "", ""]],
  ])("%s", async (source, expected) => {
    expect(await outcomeOf(source)).toEqual(expected);
  });
});

describe("regex.gsub", () => {
  test.each([
    ["regex.gsub('a1 b2', '/([a-z])(\\\\d)/', '$2$1')", "1a 2b"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Lua source
    ["regex.gsub('a1 b2', '/([a-z])(\\\\d)/', '\\\\2-${1}0')", "1-a0 2-b0"],
    ["regex.gsub('abc', '/b/', '[\\\\0$0]')", "a[bb]c"],
    ["regex.gsub('abc', '/b/', '$9 $x \\\\\\\\')", "a $x \\c"],
    ["regex.gsub('aaaa', '/a/', 'b', 2)", "bbaa"],
    ["regex.gsub('üxü', '/x/', 'ö')", "üöü"],
    ["regex.gsub('abc', '/x*/', '-')", "-a-b-c-"],
  ])("%s", async (source, expected) => {
    expect(await outcomeOf(source)).toBe(expected);
  });
});

describe("a pattern that runs away is no match, within a second", () => {
  test.each([
    ["regex.match(('a'):rep(40) .. 'b', '/(a+)+$/')", null],
    ["regex.match_all(('a'):rep(40) .. 'b', '/^(a|a)*$/')", []],
    ["regex.gsub(('a'):rep(30), '/(?:a*)*b/', 'x')", "a".repeat(30)],
    ["regex.match(('x'):rep(50000), '/(.*)(.*)(.*)y/')", null],
    ["regex.match('aaa', '/(?R)a/')", null],
    ["regex.match(('ab'):rep(2000000), '/(?:a|b)*c/')", null],
  ])("%s", async (source, value) => {
    expect(await outcomeOf(source)).toEqual(value);
  });

  const a = "a".repeat(100_000);
  const worst: readonly (readonly [pattern: string, subject: string])[] = [
    ["/(a+)+$/", `${a}!`],
    ["/(a|aa)+$/", `${a}!`],
    ["/(x+x+)+y/", "x".repeat(100_000)],
    ["/^(\\w+\\s?)*$/", `${"ab1 ".repeat(25_000)}!`],
    ["/(.*?,){50}P/", "1,".repeat(50_000)],
    ["/(a?){60}a{60}/", "a".repeat(59)],
    ["/(?=.*x.*y)(?=.*z)/s", a],
    ["/.*?.*?.*?.*?q/s", a],
    ["/(.+)\\1/", a.replaceAll("aa", "ab")],
    ["/(a(?1)?)+b/", a],
    ["/(?(?=a)a|b)*c/", a],
    ["/(?:(?>a+)b?)*c/", a],
    ["/(?=a*)/", a],
    ["/(a)(?=(a*))/", a],
    // What one search may take, again and again.
    ["/(?:(?:a|a){1,18}b|a)/", a],
    ["/(?:(?:a|a){1,8}b|a)/", a],
    // Work that is no step: looks far back, groups to be forgotten, repeated nothing.
    ["/(?<!a{65535})b/", a],
    ["/(?<=(?<=a{500})a{500})b/", a],
    [`/${"(b)?".repeat(5_000)}a/`, a],
    ["/(?:(?:ab)*){20000}a/", a],
    ["/(?:(?:){65535}){65535}/", a],
  ];
  test.each(worst.map(([pattern, subject]) => [pattern.slice(0, 60), pattern, subject] as const))(
    "%s, with 100 kB of text",
    (_, pattern, subject) => {
      const before = process.cpuUsage();
      for (const limit of [1, -1]) {
        try {
          findMatches(subject, pattern, limit);
        } catch (problem) {
          expect(problem).toBeInstanceOf(PatternError);
        }
      }
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(6_000);
    },
  );

  test("long texts are matched in full", async () => {
    expect(await outcomeOf("#regex.match(('ab'):rep(100000), '/^(?:ab)*$/')[1]")).toBe(200_000);
    expect(await outcomeOf("#regex.match_all(('a1 '):rep(50000), '/[a-z]\\\\d/')[1]")).toBe(50_000);
  });
});

test("JavaScript finds the same where both interpret a pattern alike", () => {
  const atom = fc.constantFrom(
    "a",
    "b",
    "c",
    ".",
    "[ab]",
    "[^b]",
    "(a|b)",
    "(?:ab|c)",
    "(?=a)",
    "(?!b)",
    "\\b",
    "^",
    "$",
  );
  const suffix = fc.constantFrom("", "", "*", "+", "?", "*?", "+?", "{1,2}", "{2}?");
  const pattern = fc.array(
    fc.tuple(atom, suffix).filter(([a, q]) => q === "" || !/^(?:\\b|[\^$]|\(\?[=!])/.test(a)),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[abc]{0,12}$/), (parts, subject) => {
      const source = parts.map(([a, q]) => a + q).join("");
      const ours = findMatches(subject, `/${source}/D`, -1).matches.map(
        ([whole]) => whole && [whole[0] - 1, whole[1]],
      );
      const theirs = Array.from(subject.matchAll(new RegExp(source, "g")), ({ index, 0: text }) => [
        index,
        index + text.length,
      ]);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: sample(1_000, 100_000) },
  );
});

describe("unsupported input is reported with its line", () => {
  test.each([
    ["/(*FAIL)/", "verbs such as (*FAIL) are not supported."],
    ["/(a)\\2/", "there is no group 2 to refer to."],
    ["/a/g", 'the flag "g" is not supported here; supported are i, m, s, x, u, A and D.'],
    ["/[[:nope:]]/", "there is no class [:nope:]."],
    ["/[a/", "a character class [ is not closed."],
    ["/(?<=a+)b/", "what (?<= or (?<! looks for must have a fixed length."],
    ["/(?(R)a|b)/", "conditions on recursion, (?(R)…), are not supported."],
    ["/(?C1)a/", "groups that begin with (?C1 are not supported."],
    ["/(?&x)/", "there is no group x to refer to."],
    ["/\\X/", "\\X is not supported."],
    ["/a)/", "a ) closes no group."],
    ["/(?:(?:ab){1000}){1000}/", "the pattern is too large."],
    [`/${"(".repeat(300)}/`, "groups are nested deeper than 250 levels."],
    [`/a${"*".repeat(10_000)}/`, "too many quantifiers follow each other."],
    ["", "the pattern is empty."],
  ])("%s", async (pattern, message) => {
    expect(await outcomeOf(`regex.match("x", ${lua(pattern)})`)).toBe(`order.lua:1: regex.match: ${message}`);
  });

  test.each([
    ["/(a/", /^order\.lua:1: regex\.match: .*group/i],
    ["/*a/", /^order\.lua:1: regex\.match: .*repeat/i],
  ])("%s, in the engine's words", async (pattern, message) => {
    expect(await outcomeOf(`regex.match("x", ${lua(pattern)})`)).toMatch(message);
  });

  test.each([
    ["regex.match(nil, 'x')", "regex.match: expected string subject, got nil"],
    ["regex.match('x', 5)", "regex.match: expected string pattern, got number"],
    ["regex.match_all(42, 'x')", "regex.match_all: expected string subject, got number"],
    ["regex.gsub('x')", "regex.gsub: expected string pattern, got nil"],
    ["regex.gsub('x', 'x', {})", "regex.gsub: expected string replacement, got table"],
    ["regex.gsub('x', 'x', print)", "regex.gsub: expected string replacement, got function"],
    ["regex.match_all('\\xff', 'x')", "regex.match_all: the subject is not valid UTF-8."],
  ])("%s", async (source, message) => {
    expect(await outcomeOf(source)).toBe(`order.lua:1: ${message}`);
  });
});
