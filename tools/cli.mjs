/**
 * Runs a terminal command: `node tools/cli.mjs lua|graph|course [arguments]`. Node cannot load the sources (TypeScript,
 * Lua and Markdown as text), so Vite bundles them into `.cache/cli`, once for each state of the sources. A build is put in
 * place by one rename: several commands at once do not disturb each other.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { integrationPartsPlugin, integrationsListPlugin, neededInTerminal } from "./integrations.mjs";

const COMMANDS = {
  lua: "src/cli/lua.ts",
  course: "src/cli/course.ts",
  graph: "src/integrations/whatsapp/server/graph.ts",
};
const KEEP_MS = 24 * 60 * 60 * 1000;
const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, ".cache", "cli");

const [command, ...args] = process.argv.slice(2);
if (command === undefined || !Object.hasOwn(COMMANDS, command)) {
  console.error(`Usage: node tools/cli.mjs ${Object.keys(COMMANDS).join("|")} [arguments]`);
  process.exit(2);
}
const built = join(cache, stateOfSources());
if (!existsSync(built)) await bundle(built);
const entry = join(built, `${command}.js`);
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(entry).href);

/** A name for the current sources: it changes if any file is added, removed or changed. */
function stateOfSources() {
  const hash = createHash("sha256").update(`${process.version} ${process.env.PLAYGROUND_INTEGRATIONS ?? ""}`);
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // Not part of any command; the course is read from its files.
    .filter((file) => !/[\\/]src[\\/](ui|editor|app|lessons[\\/]course)[\\/]/.test(file))
    .sort();
  for (const file of [...files, join(root, "package-lock.json"), fileURLToPath(import.meta.url)]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\0`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function bundle(target) {
  const { build } = await import("vite");
  const made = join(cache, `new-${randomUUID()}`);
  const input = Object.fromEntries(
    Object.entries({ ...COMMANDS, "lua-worker": "src/cli/lua-worker.ts" }).map(([name, file]) => [
      name,
      join(root, file),
    ]),
  );
  await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins: [integrationsListPlugin(root), integrationPartsPlugin(neededInTerminal)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: made,
      target: "node20",
      copyPublicDir: false,
      rolldownOptions: {
        input,
        // All in one folder: a run finds its thread's file beside whichever chunk begins it.
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  await mkdir(cache, { recursive: true });
  await rename(made, target).catch(async (problem) => {
    // Another command has created the same build in the meantime.
    if (!existsSync(target)) throw problem;
    await rm(made, { recursive: true, force: true });
  });
  const now = new Date();
  await utimes(target, now, now);
  await removeOld();
}

/** Builds of earlier sources go when no command can still be about to read them. */
async function removeOld() {
  const old = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => Date.now() - statSync(path).mtimeMs > KEEP_MS);
  await Promise.all(old.map((path) => rm(path, { recursive: true, force: true })));
}
