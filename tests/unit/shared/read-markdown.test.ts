import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkdownProblem, readMarkdown } from "../../../src/shared/read-markdown";
import { pageParts } from "../../../src/ui/panes/docs/page-parts";
import { sample } from "../../support/sample";

const LENGTH = 32_000;
const filled = (part: string) => part.repeat(Math.floor(LENGTH / part.length));
const around = (open: string, close: string) => {
  const levels = Math.floor(LENGTH / (open.length + close.length));
  return open.repeat(levels) + close.repeat(levels);
};

/** Renders it, or returns why not; whatever else is thrown is thrown. */
function outcome(text: string): string {
  try {
    pageParts(text);
    return "rendered";
  } catch (error) {
    if (error instanceof MarkdownProblem) return error.message;
    throw error;
  }
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

const deep: Record<string, string> = {
  quotes: filled(">"),
  "quotes with blanks": filled("> "),
  "numbered lists": filled("1. "),
  "lists in quotes": filled("> - "),
  "lists by indent": Array.from({ length: 200 }, (_, at) => `${"  ".repeat(at)}- a`)
    .join("\n")
    .slice(0, LENGTH),
  emphasis: around("*a ", " b*"),
  "two kinds of emphasis": around("**a _b ", " c_ d**"),
  "quotes in a Lua block that is none": `<div>\n\`\`\`lua\n\n${filled(">")}`,
};

describe("Markdown nested too deep is refused", () => {
  test.each(Object.keys(deep))("%s", (name) => {
    expect(outcome(deep[name] ?? "")).toMatch(/nested deeper than 50 levels|too many \*/);
    expect(outcome(`# Title\n\n${deep[name]}`)).toMatch(/nested deeper|too many \*/);
  });

  test("and not before", () => {
    expect(outcome(`${"> ".repeat(50)}deep`)).toBe("rendered");
    expect(outcome(`${"> ".repeat(51)}deep`)).toMatch(/50 levels/);
    expect(outcome("x".repeat(32_769))).toMatch(/32 kB/);
  });
});

const parts = [
  ...[
    "*a",
    "_a",
    "**a ",
    "*a_b ",
    "a**b",
    "~~a ",
    "*",
    "[",
    "[a](",
    "![a](",
    "[a ",
    "`",
    "<",
    "<a ",
    "<a b=",
    "<!--",
    "<?",
    "&",
  ],
  ...[
    "\\",
    "http://a.",
    "www.",
    "a@",
    "a.",
    "a|",
    "a\n",
    "a\n=\n",
    "# ",
    "[a]: b\n",
    "[a]: <b>\n'",
    "```\n",
    " ",
    "\n",
    "\n ",
    "\t",
  ],
  ...[
    "<div>",
    "<div>\n",
    "a*",
    "- a\n\n",
    ">a\n",
    "- [ ] a\n",
    "\\[",
    " *",
    '[a](b "c',
    "(",
    "|a|\n|-|\n",
    "1. a\n",
    "]",
    "a",
    "- ",
    "](b)",
  ],
];

describe("Markdown is parsed in bounded time", () => {
  test.each(parts)("%j again and again", (part) => {
    expect(cpuMs(() => outcome(filled(part)))).toBeLessThan(2_000);
  });

  test("and any text is rendered or refused", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...parts), fc.nat(60)), { maxLength: 12 }), (pieces) => {
        outcome(
          pieces
            .map(([part, times]) => part.repeat(times))
            .join("")
            .slice(0, LENGTH),
        );
      }),
      { numRuns: sample(200) },
    );
  });
});

test("ordinary Markdown is parsed as before", () => {
  const table = "| a | b |\n| - | - |\n".concat("| **x** `y_z` | [l](#l) *e* |\n".repeat(400));
  expect(outcome(table)).toBe("rendered");
  expect(readMarkdown("# T\n- [x] *a* [b](c)").map(({ type }) => type)).toEqual(["heading", "list"]);
});
