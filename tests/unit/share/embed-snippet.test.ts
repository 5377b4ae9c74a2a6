import { describe, expect, it } from "vitest";
import { embedSnippet } from "../../../src/share/embed-snippet";

describe("an embed's HTML", () => {
  const html = (withScript: boolean) =>
    embedSnippet({
      address: "https://p.example/embed.html?run=auto&edit=no#s=1.AbC",
      title: 'a"><img src=x>.lua',
      lines: 3,
      withScript,
    });

  it("keeps address and name inside their attributes", () => {
    expect(html(true)).toContain('src="https://p.example/embed.html?run=auto&amp;edit=no#s=1.AbC"');
    expect(html(true)).toContain('title="Lua example: a&quot;>&lt;img src=x>.lua"');
    expect(html(true)).not.toContain("<img");
  });

  it("needs no script if the page allows none", () => {
    expect(html(false)).not.toContain("<script");
    expect(html(false)).toContain("frame-sizing: content-height");
  });
});
