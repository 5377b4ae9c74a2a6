import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDocs } from "../../../src/docs/answer-docs";
import { buildPages } from "../../../src/docs/build-pages";
import { listDocs, readDoc } from "../../../src/docs/docs";
import { loadGuides } from "../../../src/docs/guide-pages";
import { matchedParts, searchDocs } from "../../../src/docs/search";
import { catalog } from "../../../src/integrations";
import { sample } from "../../support/sample";

const pages = buildPages(catalog, await loadGuides(catalog), []);
const ask = (op: string, arg: string | null, limit: number | null = null) =>
  JSON.parse(answerDocs(pages, JSON.stringify({ op, arg, limit })));

describe("docs.list", () => {
  it("lists each page on a line: name and summary", () => {
    const lines = listDocs(pages).split("\n");
    expect(lines).toHaveLength(pages.length);
    expect(lines[0]).toMatch(/^overview: \S/);
    expect(ask("list", null)).toEqual({ ok: true, value: listDocs(pages) });
    expect(ask("list", "app.integrations.whatsapp").value.split("\n")).toHaveLength(7);
    expect(ask("list", "integrations.x").value).toBe(
      "Namespace 'integrations.x' not found. Available: integrations.whatsapp",
    );
  });
});

describe("docs.read", () => {
  const nameOf = (name: string) => {
    const found = readDoc(pages, name);
    return found?.name;
  };

  it.each([
    "integrations.whatsapp.send_message",
    "app.integrations.whatsapp.send_message",
    "app.integrations.whatsapp.support.send_message",
    "integrations.whatsapp.default.whatsapp_send_message",
    "whatsapp_send_message",
    "whatsapp.whatsapp_send_message",
    "whatsapp.support.send_message",
    "send_message",
    "  Integrations.WhatsApp.send_message ",
  ])("reads the page of send_message as %j", (name) => {
    expect(nameOf(name)).toBe("integrations.whatsapp.send_message");
  });

  it("reads namespace and guides, with or without app. in front", () => {
    for (const name of ["integrations.whatsapp", "app.integrations.whatsapp", "whatsapp"]) {
      expect(nameOf(name)).toBe("integrations.whatsapp");
    }
    expect(nameOf("errors")).toBe("errors");
    expect(nameOf("app.errors")).toBe("errors");
    expect(ask("read", "overview").value).toMatch(/^# Overview/);
  });

  it("an integration's page has every function with its parameters and examples, and names its accounts", () => {
    for (const { id, category, functions } of catalog.integrations) {
      const found = readDoc(pages, `integrations.${id}`);
      const text = found?.markdown ?? "";
      expect(text).toContain(`Category: ${category}`);
      expect(text).toContain("## Several accounts");
      for (const { name, kind, parameters, examples } of functions) {
        expect(text).toContain(`## ${name}\n`);
        expect(text).toContain(`**Operation:** ${kind} · `);
        expect(text).toContain(`**Full name:** \`${id}.${id}_${name}\``);
        for (const parameter of parameters) {
          expect(text).toContain(`| \`${parameter.name}\` | ${parameter.type} | `);
          if (parameter.structure !== undefined)
            expect(text).toContain(JSON.stringify(parameter.structure.json, null, 2));
        }
        for (const { code } of examples) expect(text).toContain(code.trimEnd());
      }
    }
  });

  it("answers an unknown page with the host's text", () => {
    expect(ask("read", "nothing")).toEqual({ ok: true, value: "No integration docs found for 'nothing'." });
    const { ok, value } = ask("tool_read", "app.nothing");
    expect(ok).toBe(true);
    expect(value).toContain(
      "Page 'nothing' not found. Available pages:\n\n**Namespaces:** integrations.whatsapp\n",
    );
    expect(value).toMatch(/\*\*Guides:\*\* overview, language, context, .*errors, .*examples/);
    expect(readDoc(pages, "integrations.telegram.send_message")).toBeNull();
  });
});

describe("docs.search", () => {
  const best = (query: string) => searchDocs(pages, query)[0]?.page.name;

  it.each([
    ["send message", "integrations.whatsapp.send_message"],
    ["send_template", "integrations.whatsapp.send_template"],
    ["list contacts", "integrations.whatsapp.list_contacts"],
    ["templates", "templates"],
    ["errors", "errors"],
    ["131047", "errors"],
    ["json.encode", "language"],
    ["customer service window", "templates"],
    ["accounts", "accounts"],
    ["MEMORY limit", "limits"],
    ["pagination", "limits"],
    ["rate limits", "limits"],
    ["sleeping", "limits"],
    ["sending templates", "integrations.whatsapp.send_template"],
  ])("%j finds %s first", (query, name) => {
    expect(best(query)).toBe(name);
  });

  it.each([
    ["cost", "limits"],
    ["price", "limits"],
    ["delay", "limits"],
    ["throttle", "limits"],
    ["idempotency", "errors"],
    ["loop", "language"],
    ["for loop", "language"],
  ])("finds what a script author calls %s on the page %s", (query, name) => {
    expect(searchDocs(pages, query)[0]?.page.name).toBe(name);
  });

  it("shows the matching text as one short plain line", () => {
    const hit = searchDocs(pages, "131056")[0];
    expect(hit?.snippet).toContain("131056");
    for (const { snippet } of searchDocs(pages, "message")) {
      expect(snippet).not.toMatch(/[`\n]|\*\*/);
      expect(snippet.length).toBeLessThanOrEqual(160);
    }
  });

  it("says under which heading a page has a match", () => {
    const [hit] = searchDocs(pages, "retry-after header").filter(({ page }) => page.name === "errors");
    expect(hit?.page.markdown).toContain(`## ${hit?.heading}\n`);
    expect(searchDocs(pages, "overview")[0]?.heading).toBeNull();
  });

  it("marks the search words in any of their forms, and loses none of the text", () => {
    const marked = matchedParts("The API retries. Retry-After says when; a temporary error.", "retries temp");
    expect(marked.filter(({ matched }) => matched).map(({ text }) => text)).toEqual([
      "retries",
      "Retry",
      "temporary",
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        const parts = matchedParts(text, query);
        expect(parts.map((part) => part.text).join("")).toBe(text);
      }),
      { numRuns: sample(50) },
    );
  });

  it("drops pages that lack a word if another page has them all", () => {
    const names = searchDocs(pages, "paging cursors after").map(({ page }) => page.name);
    expect(names).not.toContain("accounts");
    expect(searchDocs(pages, "cursors zzzz").length).toBeGreaterThan(0);
  });

  it("says so if nothing is found", () => {
    expect(ask("search", "zzzz")).toEqual({
      ok: true,
      value: "No results found for 'zzzz'. docs.list() names every page.",
    });
    expect(ask("search", " ").value).toContain("No results found for ''.");
    expect(ask("search", "message", 2).value).toMatch(/^integrations\S+: [\s\S]*\n\d+ more pages\.$/);
    expect(searchDocs(pages, "?!")).toEqual([]);
  });

  it("accepts any text as a query and as a page name", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        searchDocs(pages, text);
        expect(readDoc(pages, text)).toBeDefined();
        expect(typeof ask("search", text).ok).toBe("boolean");
      }),
      { numRuns: sample(50) },
    );
  });
});

describe("an invalid request", () => {
  it.each(["", "{}", '{"op":"write","arg":null}', '{"op":"read","arg":5}'])("is refused: %j", (request) => {
    const answer = JSON.parse(answerDocs(pages, request));
    expect(answer.ok).toBe(false);
    expect(answer.message).toMatch(/^docs: /);
  });
});
