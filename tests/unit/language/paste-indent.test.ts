import { describe, expect, it } from "vitest";
import { indentPasted } from "../../../src/editor/paste-indent";

describe("code pasted into an indented line", () => {
  it.each<[what: string, before: string, text: string, expected: string]>([
    ["copied from depth 0", "  ", "if a then\n  b()\nend", "if a then\n    b()\n  end"],
    ["copied with its white space", "  ", "    if a then\n      b()\n    end", "if a then\n    b()\n  end"],
    ["copied from its first letter on", "  ", "if a then\n      b()\n    end", "if a then\n    b()\n  end"],
    ["the beginning of a block", "  ", "if a then\n  b()", "if a then\n    b()"],
    ["statements of one depth", "  ", "a()\nb()", "a()\n  b()"],
    ["statements cut from their depth", "  ", "a()\n    b()\n    c()", "a()\n  b()\n  c()"],
    ["one line with white space", "  ", "    print(1)", "print(1)"],
    ["with empty lines", "  ", "  a()\n\n  b()\n", "a()\n\n  b()\n"],
    [
      "with a long string",
      "  ",
      "local s = [[\nas it\n  is]]\nprint(s)",
      "local s = [[\nas it\n  is]]\n  print(s)",
    ],
    ["with a comment of several lines", "  ", "--[[\nas it is ]]\nprint(1)", "--[[\nas it is ]]\n  print(1)"],
    ["a table", "    ", "  local t = {\n    a = 1,\n  }", "local t = {\n      a = 1,\n    }"],
    ["with tabs", "\t", "\t\tif a then\n\t\t\tb()\n\t\tend", "if a then\n\t\tb()\n\tend"],
  ])("%s", (_, before, text, expected) => {
    expect(indentPasted(before, text)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["at the beginning of a line", "", "    if a then\n      b()\n    end"],
    ["behind code", "local x = ", "  {\n    a = 1,\n  }"],
  ])("%s stays unchanged", (_, before, text) => {
    expect(indentPasted(before, text)).toBe(text);
  });
});
