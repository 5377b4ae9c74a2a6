import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { examples } from "../../../src/examples";
import { catalog } from "../../../src/integrations";
import { errorGroups } from "../../../src/integrations/whatsapp/errors";
import { plainText } from "../../../src/shared/markdown";
import { realCompiler } from "../language/compiler";
import { luaBlocks } from "./lua-syntax";

const pages = buildPages(catalog, await loadGuides(catalog), [
  { integration: "whatsapp", names: ["support", "sales", "branch_2"] },
]);
const page = (name: string) => {
  const found = pages.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no page ${name}`);
  return found;
};

describe("the reference", () => {
  it("has one page for the namespace, each function and each guide", () => {
    const names = pages.map(({ name }) => name);
    const reference = catalog.integrations.flatMap(({ id, functions }) => [
      `integrations.${id}`,
      ...functions.map(({ name }) => `integrations.${id}.${name}`),
    ]);
    const guides = [
      "language",
      "errors",
      "accounts",
      "templates",
      "mock-and-live",
      "limits",
      "examples",
      "steps",
      "embedding",
    ];
    expect(names.slice(0, 1 + reference.length)).toEqual(["overview", ...reference]);
    expect(names.slice(1 + reference.length)).toEqual(expect.arrayContaining(guides));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(pages.map((one) => [one.name, one] as const))(
    "%s has title, summary and a heading",
    (_name, one) => {
      expect(one.markdown).toMatch(/^# .+\n\n.+/);
      expect(one.title).not.toMatch(/[#*`]/);
      expect(one.summary).toMatch(/^[A-Z].*[.!?]$/);
      expect(one.summary).not.toContain("\n");
      expect(one.markdown).not.toMatch(/undefined|\[object|\n{3,}/);
    },
  );

  it.each(pages.map((one) => [one.name, one] as const))("%s has only complete tables", (_name, one) => {
    // marked drops surplus cells and pads missing ones: count them in the source.
    const cells = (line: string) => line.replace(/\\\|/g, "").split("|").length;
    for (const token of marked.lexer(one.markdown)) {
      if (token.type !== "table") continue;
      const counts = new Set(token.raw.trim().split("\n").map(cells));
      expect([...counts], token.raw).toHaveLength(1);
    }
    // A line with bars outside a table would be one that did not parse.
    const loose = marked
      .lexer(one.markdown)
      .filter((token) => token.type === "paragraph" && token.raw.startsWith("|"));
    expect(loose).toEqual([]);
  });

  it("links only to pages and examples that exist", () => {
    const known = new Set([...pages.map(({ name }) => name), ...examples.map(({ name }) => name)]);
    for (const { rows } of errorGroups) for (const entry of rows) expect(known).toContain(entry.page);
    const named = pages.flatMap(({ markdown }) => [
      ...[...markdown.matchAll(/`(integrations\.[\w.]+|[\w-]+\.lua)`/g)].map((match) => match[1] ?? ""),
      ...[...markdown.matchAll(/(?:page|pages|on) `([a-z-]+)`/g)].map((match) => match[1] ?? ""),
    ]);
    for (const name of named) if (!name.includes("NAME")) expect(known).toContain(name);
  });
});

describe("a function's page", () => {
  const functions = catalog.integrations.flatMap(({ id, functions }) =>
    functions.map((fn) => [`integrations.${id}.${fn.name}`, fn] as const),
  );

  it.each(functions)("%s includes everything in the catalog", (name, fn) => {
    const text = plainText(page(name).markdown);
    const says = (part: string) => expect(text).toContain(plainText(part));
    says(fn.summary);
    for (const paragraph of fn.description.split("\n\n")) says(paragraph);
    for (const note of fn.notes) says(note);
    for (const parameter of fn.parameters) {
      expect(page(name).markdown).toMatch(
        new RegExp(
          `^\\| \`${parameter.name}\` \\| ${parameter.type} \\| ${parameter.required ? "yes" : "no"} \\|`,
          "m",
        ),
      );
      says(parameter.description);
      if (parameter.default !== undefined) says(`Default: ${JSON.stringify(parameter.default)}.`);
      if (parameter.missing !== undefined) says(parameter.missing);
    }
    for (const example of fn.examples) expect(page(name).markdown).toContain(example.code.trim());
  });

  it("shows the path of each value in the response and which may be absent", () => {
    const { markdown } = page("integrations.whatsapp.send_template");
    expect(markdown).toContain("| `messages[i].id` | string | always |");
    expect(markdown).toMatch(/^\| `messages\[i\]\.message_status` \| string \| sometimes \| .*`accepted`/m);
    expect(page("integrations.whatsapp.list_templates").markdown).toContain(
      "| `paging.cursors.after` | string | sometimes |",
    );
  });

  it("shows the signature with optional parameters marked", () => {
    expect(page("integrations.whatsapp.send_message").markdown).toContain(
      "`app.integrations.whatsapp.send_message({ to, body, preview_url? })`",
    );
    expect(page("integrations.whatsapp.get_current_user").markdown).toContain(
      "`app.integrations.whatsapp.get_current_user()`",
    );
  });
});

describe("the other pages", () => {
  it("count the functions of the namespace", () => {
    for (const { id, functions, authorization } of catalog.integrations) {
      const [read, write] = ["read", "write"].map(
        (kind) => functions.filter((fn) => fn.kind === kind).length,
      );
      expect(page(`integrations.${id}`).markdown).toContain(
        `${functions.length} functions, ${read} read, ${write} write, ${authorization.label}`,
      );
    }
  });

  it("name the accounts that exist", () => {
    for (const name of ["default", "support", "sales", "branch_2"]) {
      expect(page("accounts").markdown).toContain(`| \`${name}\` | \`app.integrations.whatsapp.${name}\` |`);
    }
  });

  it("list every error code with cause and remedy", () => {
    for (const { rows } of errorGroups) {
      for (const entry of rows) {
        expect(page("errors").markdown).toContain(`| ${entry.code}`);
        expect(page("errors").markdown).toContain(`| ${entry.cause} | ${entry.remedy} |`);
      }
    }
  });

  it("say plainly what Meta's real API lacks", () => {
    const { markdown } = page("mock-and-live");
    expect(markdown).toContain("## What Meta's real API lacks");
    expect(markdown).toMatch(/`get_message` \| Messages can't be looked up/);
    expect(markdown).toMatch(/`list_contacts` \| Contacts can't be listed/);
  });

  it("contain every example script in full", () => {
    for (const { source } of examples) expect(page("examples").markdown).toContain(source.trim());
  });
});

describe("Lua in the reference compiles", async () => {
  const syntaxError = await realCompiler();
  it.each(pages.map((one) => [one.name, one] as const))("%s", (_name, one) => {
    for (const block of luaBlocks(one.markdown)) expect(syntaxError(block), block).toBeNull();
  });
});
