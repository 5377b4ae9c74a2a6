import { describe, expect, it } from "vitest";
import type { DocPage } from "../../../src/docs/docs";
import { pageFor, pageParts } from "../../../src/ui/panes/docs/page-parts";

const page = (name: string, kind: DocPage["kind"]): DocPage => ({
  name,
  title: name,
  summary: "",
  kind,
  markdown: "",
});
const pages = [
  page("errors", "guide"),
  page("integrations.whatsapp", "namespace"),
  page("integrations.whatsapp.send_message", "function"),
];

describe("A docs page", () => {
  it("becomes prose and examples in order, each example titled by its heading", () => {
    const parts = pageParts("# Title\n\nText.\n\n## First steps\n\n```lua\nprint(1)\n```\n\nMore.");
    expect(parts.map((part) => part.kind)).toEqual(["html", "lua", "html"]);
    expect(parts[1]).toEqual({ kind: "lua", source: "print(1)", title: "First steps" });
  });

  it("has its headings one level below the application's title", () => {
    const [part] = pageParts("# Title\n\n## Part");
    expect(part?.kind === "html" && part.html).toContain("<h2>Title</h2>");
    expect(part?.kind === "html" && part.html).toContain("<h3>Part</h3>");
  });

  it("keeps code of other languages and tables in the prose", () => {
    const parts = pageParts("```json\n{}\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |");
    expect(parts).toHaveLength(1);
    expect(parts[0]?.kind === "html" && parts[0].html).toContain("<table>");
  });
});

describe("A page's name in the text", () => {
  it.each([
    ["errors", "errors"],
    ["#errors", "errors"],
    ["app.integrations.whatsapp", "integrations.whatsapp"],
    ["send_message", "integrations.whatsapp.send_message"],
    ["send_message({ to, body, preview_url? })", "integrations.whatsapp.send_message"],
  ])("%s leads to %s", (text, name) => {
    expect(pageFor(text, pages)).toBe(name);
  });

  it.each(["", "print", "error", "message_id", "https://example.com"])("%j leads nowhere", (text) => {
    expect(pageFor(text, pages)).toBeNull();
  });
});
