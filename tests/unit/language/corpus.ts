/**
 * Real Lua of other people, to judge the editor by: the Lua files of Debian packages, fetched once into `.cache/` and
 * never committed. `npm test` takes a few small packages. Needs `apt-get`, `dpkg-deb` and, where the package lists are
 * missing, root to fetch them.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Diagnostic } from "../../../src/language/diagnostics/diagnostic";
import { DEEP, sample } from "../../support/sample";

const FEW_PACKAGES = "lua-busted lua-cliargs lua-json lua-logging lua-luassert lua-uri".split(" ");

const ALL_PACKAGES = (
  "lua-argparse lua-basexx lua-binaryheap lua-busted lua-cgi lua-check lua-cliargs lua-copas lua-coxpcall " +
  "lua-cqueues lua-fifo lua-http lua-inspect lua-json lua-ldoc lua-lgi lua-logging lua-luassert lua-markdown " +
  "lua-mediator lua-moses lua-penlight lua-posix lua-redis lua-say lua-soap lua-socket lua-term lua-uri lua-wsapi " +
  "lua-xmlrpc luarocks prosody"
).split(" ");

/** Fewer say little. */
export const LEAST_FILES = sample(100, 300);

const CACHE = fileURLToPath(new URL("../../../.cache/lua-corpus", import.meta.url));

const run = promisify(execFile);

export interface LuaFile {
  /** Below the packages, e.g. `lua-json/usr/share/lua/5.1/json.lua`. */
  readonly name: string;
  /** The text without a `#!` line, which `load` does not take. */
  readonly text: string;
}

/** The files, sorted by name, equal texts only once. Rejects with what to do if they cannot be fetched. */
export async function luaCorpus(): Promise<readonly LuaFile[]> {
  const packages = DEEP ? ALL_PACKAGES : FEW_PACKAGES;
  await fetchMissing(packages);
  const files = await luaFilesIn(CACHE, packages);
  if (files.length < LEAST_FILES)
    throw new Error(
      `Only ${files.length} Lua files are in ${CACHE}. Delete the folder and run the test again.`,
    );
  return files;
}

/** The Lua files below some folders of `root`, sorted by name, equal texts only once; those that are not UTF-8 left out. */
export async function luaFilesIn(root: string, folders: readonly string[]): Promise<readonly LuaFile[]> {
  const byText = new Map<string, LuaFile>();
  for (const folder of folders) {
    const names = (await readdir(join(root, folder), { recursive: true })).toSorted();
    for (const name of names.filter((one) => one.endsWith(".lua"))) {
      const bytes = await readFile(join(root, folder, name)).catch(() => null);
      const text = bytes === null ? null : decoded(bytes);
      if (text !== null && !byText.has(text)) byText.set(text, { name: `${folder}/${name}`, text });
    }
  }
  return [...byText.values()];
}

/** Marks that speak of Lua in general. All others speak of calls and answers, which no foreign file has. */
const GENERAL: ReadonlySet<string> = new Set([
  ...["syntax", "undefined-global", "removed-global", "bridge-global", "global-assignment"],
  ...["unused-local", "shadowed-local", "unreachable-code", "library-argument", "library-surplus"],
  ...["duplicate-key", "not-before-comparison", "count-down", "value-count", "self-assignment", "never-set"],
  ...["use-before-set", "malformed-pattern", "number-and-text", "text-index", "library-replaced"],
  ...["call-on-next-line", "unused-argument"],
  ...["wrong-operand", "empty-block", "one-round", "invisible-character", "analysis-stopped", "never-equal"],
]);

/** What is wrong with the marks of a foreign file: a syntax mark without an error of Lua's, or the reverse, or one about an API. */
export function corpusFaults(
  { name, text }: LuaFile,
  marks: readonly Diagnostic[],
  refused: string | null,
): { readonly syntax: readonly string[]; readonly api: readonly string[] } {
  const mine = marks.find(({ code }) => code === "syntax");
  const agree = (refused === null) === (mine === undefined);
  return {
    syntax: agree ? [] : [`${name}: Lua: ${refused}, marked: ${mine?.message}`],
    api: marks
      .filter(({ code }) => !GENERAL.has(code))
      .map(({ code, start, end, message }) => `${name}: ${code} «${text.slice(start, end)}» ${message}`),
  };
}

/** Null for what is not UTF-8: a script always is. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^#[^\n]*/, "");
  } catch {
    return null;
  }
}

/** Fetches and unpacks packages beside the cache, then moves each in: a broken attempt leaves nothing behind. */
async function fetchMissing(packages: readonly string[]): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const there = new Set(await readdir(CACHE));
  const missing = packages.filter((name) => !there.has(name));
  if (missing.length === 0) return;
  const work = await mkdtemp(`${CACHE}-`);
  try {
    await download(work, missing);
    for (const archive of (await readdir(work)).filter((name) => name.endsWith(".deb"))) {
      const name = archive.replace(/_.*/, "");
      await run("dpkg-deb", ["-x", join(work, archive), join(work, name)]);
      await rename(join(work, name), join(CACHE, name)).catch(async (error: unknown) => {
        // Another test file was faster.
        if (!(await readdir(CACHE)).includes(name)) throw error;
      });
    }
  } catch (error) {
    throw new Error(
      `The Lua files of the test cannot be fetched. They are Debian packages: on Debian, run \`apt-get update\` as root and test again. (${error instanceof Error ? error.message : String(error)})`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(folder: string, packages: readonly string[]): Promise<void> {
  const fetchAll = () => run("apt-get", ["download", "-q", ...packages], { cwd: folder });
  try {
    await fetchAll();
  } catch (error) {
    // A machine that was just made has no package lists yet.
    if (process.getuid?.() !== 0) throw error;
    await run("apt-get", ["update", "-q"]);
    await fetchAll();
  }
}
