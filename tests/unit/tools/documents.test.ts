import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import manifest from "../../../package.json";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const DOCUMENT = /^(?:[\w.]+|docs\/.*|\.github\/.*|.*\/README)\.md$/;
const documents = [
  ...filesIn(".", false),
  ...["docs", ".github", "src", "tests", "tools"].flatMap((folder) => filesIn(folder, true)),
].filter((file) => DOCUMENT.test(file));
/** Texts that may cite a document. */
const sources = ["src", "tools", "tests"].flatMap((folder) =>
  filesIn(folder, true).filter((file) => /\.(?:ts|tsx|mjs|lua)$/.test(file)),
);

describe("everything the documents name exists", () => {
  test.each(documents)("%s", (file) => {
    const text = read(file);
    const prose = text.replace(/^```.*?^```/gms, "");
    const missing = [
      ...links(prose).filter((link) => !linkWorks(file, link)),
      ...pathsIn(prose).filter((path) => !existsSync(join(root, path))),
      ...commandsIn(text).filter((command) => !Object.hasOwn(manifest.scripts, command)),
    ];
    expect(missing).toEqual([]);
  });
});

test("documents cited by code exist", () => {
  const cited = sources.flatMap((file) =>
    [...read(file).matchAll(/\bdocs\/[\w-]+\.md\b/g)].map(([path]) => ({ file, path })),
  );
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

function filesIn(folder: string, recursive: boolean): string[] {
  return readdirSync(join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function links(prose: string): string[] {
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^(?:https?:|mailto:)/.test(link));
}

function linkWorks(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchors(read(target)).includes(anchor);
}

/** The anchors that GitHub makes of headings. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replaceAll(" ", "-")
      .replace(/[^\p{L}\p{N}_-]/gu, ""),
  );
}

/** Paths from the root, in backticks; those with a placeholder are left out. */
function pathsIn(prose: string): string[] {
  return [...prose.matchAll(/`((?:src|tests|tools|docs|public|deploy|\.github|\.ci)\/[\w./@+-]*)`/g)].map(
    (match) => match[1] ?? "",
  );
}

function commandsIn(text: string): string[] {
  return [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? "");
}
