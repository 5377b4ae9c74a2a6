import { describe, expect, it } from "vitest";
import { embedSnippet } from "../../../src/share/embed-snippet";

describe("an embed's HTML", () => {
  it("keeps a script's name inside its attribute", () => {
    const html = embedSnippet("https://p.example/embed.html", "#s=1.AbC", 'a"><img src=x>.lua', "print(1)");
    expect(html).toContain('src="https://p.example/embed.html#s=1.AbC"');
    expect(html).toContain('title="Lua example: a&quot;>&lt;img src=x>.lua"');
    expect(html).not.toContain("<img");
  });
});
