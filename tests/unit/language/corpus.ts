/**
 * Real Lua of other people, to judge the editor by: the Lua files of Debian packages, fetched once into `.cache/` and
 * never committed. Needs `apt-get`, `dpkg-deb` and, where the package lists are missing, root to fetch them.
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PACKAGES = (
  "lua-argparse lua-basexx lua-binaryheap lua-busted lua-cgi lua-check lua-cliargs lua-copas lua-coxpcall " +
  "lua-cqueues lua-fifo lua-http lua-inspect lua-json lua-ldoc lua-lgi lua-logging lua-luassert lua-markdown " +
  "lua-mediator lua-moses lua-penlight lua-posix lua-redis lua-say lua-soap lua-socket lua-term lua-uri lua-wsapi " +
  "lua-xmlrpc luarocks prosody"
).split(" ");

/** Fewer say little. */
const LEAST_FILES = 300;

const CACHE = fileURLToPath(new URL("../../../.cache/lua-corpus", import.meta.url));

const run = promisify(execFile);

export interface LuaFile {
  /** Below the packages, e.g. `lua-json/usr/share/lua/5.1/json.lua`. */
  readonly name: string;
  /** The text without a `#!` line, which `load` does not take. */
  readonly text: string;
}

/** The files, sorted by name; equal texts are there once. Rejects with what to do when they cannot be had. */
export async function luaCorpus(): Promise<readonly LuaFile[]> {
  const root = await readdir(CACHE).then(
    () => CACHE,
    () => fetchPackages(),
  );
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".lua")).toSorted();
  const byText = new Map<string, LuaFile>();
  for (const name of names) {
    const bytes = await readFile(join(root, name)).catch(() => null);
    const text = bytes === null ? null : decoded(bytes);
    if (text !== null && !byText.has(text)) byText.set(text, { name, text });
  }
  if (byText.size < LEAST_FILES)
    throw new Error(
      `Only ${byText.size} Lua files are in ${CACHE}. Delete the folder and run the test again.`,
    );
  return [...byText.values()];
}

/** Null for what is not UTF-8: a script always is. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^#[^\n]*/, "");
  } catch {
    return null;
  }
}

/** Fetches and unpacks the packages beside the cache, then moves them in: a broken attempt leaves nothing behind. */
async function fetchPackages(): Promise<string> {
  await mkdir(dirname(CACHE), { recursive: true });
  const work = await mkdtemp(`${CACHE}-`);
  try {
    await download(work);
    for (const archive of (await readdir(work)).filter((name) => name.endsWith(".deb"))) {
      const target = join(work, archive.replace(/_.*/, ""));
      await run("dpkg-deb", ["-x", join(work, archive), target]);
      await rm(join(work, archive));
    }
    await rename(work, CACHE);
    return CACHE;
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Another test file was faster.
    const there = await readdir(CACHE).catch(() => null);
    if (there !== null) return CACHE;
    throw new Error(
      `The Lua files of the test cannot be fetched. They are Debian packages: on Debian, run \`apt-get update\` as root and test again. (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

async function download(folder: string): Promise<void> {
  const fetchAll = () => run("apt-get", ["download", "-q", ...PACKAGES], { cwd: folder });
  try {
    await fetchAll();
  } catch (error) {
    // A machine that was just made has no package lists yet.
    if (process.getuid?.() !== 0) throw error;
    await run("apt-get", ["update", "-q"]);
    await fetchAll();
  }
}
