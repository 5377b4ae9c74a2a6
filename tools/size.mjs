/**
 * Bytes over the wire (Brotli) of the built app, read off Vite's manifest, and the budgets the build must keep.
 * `node tools/size.mjs` prints the table; the build calls `checkSizes` when it has written `dist`.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Kilobytes of 1000 bytes. */
const BUDGETS = [
  { stage: "script", title: "script shown", kilobytes: 50 },
  { stage: "run", title: "Run works", kilobytes: 228 },
  { stage: "page", title: "whole page", kilobytes: 1042 },
  { stage: "asked", title: "everything", kilobytes: 1499 },
];

/** An embed that has run, by itself: what a page of another site brings when its reader presses Run. */
const EMBED_BUDGET = { stage: "embed", title: "embed, run", kilobytes: 230 };

/** Files of `dist` that only `embed.html` loads. The stylesheet of `index.html` is in the HTML. */
const EMBED_FILES = /(^|\/)(?:(?:embed|read-embed)(?:-[\w-]{8})?\.(?:html|js|css)|page-[^/]*\.css)$/;

/**
 * What every run needs besides the first files, by their names without hash: the box, its worker, Lua itself, and the
 * integrations with their simulated worlds.
 */
const BOX_FILES = [
  /(^|\/)sandbox-[^/]*\.js$/,
  /(^|\/)box-worker[^/]*\.js$/,
  /(^|\/)glue[^/]*\.wasm$/,
  /(^|\/)integrations-[^/]*\.js$/,
];

/** What a run on the page needs: the console shows its output. An embed shows that itself. */
const RUN_FILES = [...BOX_FILES, /(^|\/)console-pane-[^/]*\.js$/];

/**
 * What loads only on a command that most people never give: the formatter, the world editor, the other ready worlds, and
 * Monaco's worker that compares two texts. Also what only one browser needs.
 */
const ASKED_FILES = [
  /(^|\/)lua_fmt[^/]*\.(?:js|wasm)$/,
  /(^|\/)world-editor[^/]*\.(?:js|css)$/,
  /(^|\/)(?:clinic|support-desk|empty)-[^/]*\.js$/,
  /(^|\/)editor\.worker[^/]*\.js$/,
  // Come with the first word that is typed or pointed at.
  /(^|\/)caret-help-[^/]*\.js$/,
  // Come with the first script that does not parse, is pasted with foreign characters, or names what does not exist.
  /(^|\/)(?:mark-help|reading)-[^/]*\.js$/,
  // Two texts side by side: a lesson's answer and its solution.
  /(^|\/)comparison-[^/]*\.(?:js|css)$/,
  // The world's number plans, which come with a new customer's number.
  /(^|\/)phone-number-[^/]*\.js$/,
  // The built-in course's texts, which come with the first lesson.
  /(^|\/)built-in-[^/]*\.js$/,
  // A teacher's own course: unpacked, and tried out.
  /(^|\/)(?:unzip|zip-worker|rehearsal-dialog)-[^/]*\.js$/,
  // Whatever is copied or shared.
  /(^|\/)copy-commands-[^/]*\.js$/,
  // Export and import of everything.
  /(^|\/)backup-form-[^/]*\.js$/,
  // The way round the page.
  /(^|\/)tour-[^/]*\.(?:js|css)$/,
  // The form for embeds, and links that are shared.
  /(^|\/)(?:embed-builder|embed-options|embed-files|sharing-question|copy-as)-[^/]*\.(?:js|css)$/,
  // Live runs and the test of a connection: every page load starts without.
  /(^|\/)(?:live-calls|cut-runs|recorded-live|question|live-parts|test-account|graph-proxy|send)-[^/]*\.(?:js|css)$/,
  // Comes with the first list of more than a hundred rows.
  /(^|\/)virtual-rows-[^/]*\.js$/,
  // The last runs come with the first run, or if some are kept.
  /(^|\/)run-history-[^/]*\.js$/,
  // Calls beside their lines, with the first call, and calls that are sent again by hand.
  /(^|\/)(?:call-notes|line-notes-monaco|send-again)-[^/]*\.(?:js|css)$/,
  // Stepping through a run.
  /(^|\/)(?:box-replay|breakpoint-hits|expression|look-back|stepping|short-value|step-through|value-tree|changes|navigate|steps(?:-[a-z]+)?)-[^/]*\.(?:js|css)$/,
  // Only WebKit.
  /(^|\/)endable-loops-[^/]*\.js$/,
  // Drawn by the system, once the page is installed.
  /^icons\//,
];

/** Files of `dist` that no page loads. */
const NOT_LOADED = [/^\.vite\//, /^_headers$/, /\.map$/, /^robots\.txt$/, /^licenses\.txt$/];

/**
 * Measures `dist` by stages; each holds what the stages before it hold.
 * - script: `index.html`, the scripts it names and all their static imports
 * - run: and the files of `RUN_FILES` with their static imports
 * - page: and everything else that a page loads by itself or by a click on one of its panes
 * - asked: and what comes with a command that most never give
 * - embed: apart from these, what `embed.html` loads until its script has run
 *
 * @param {string} dist the built folder, with `.vite/manifest.json` (`build.manifest: true`)
 * @returns {Promise<{ stages: { stage: string, title: string, bytes: number, budget: number,
 *   files: { file: string, bytes: number }[] }[], over: string[] }>} sizes in bytes, and a sentence for each budget exceeded
 * @throws {Error} when the manifest is missing or a run file is not there
 */
export async function measure(dist) {
  const manifest = await readManifest(dist);
  const all = await filesIn(dist);
  const script = new Set(["index.html", ...(await namedBy(dist, "index.html", all))]);
  for (const file of [...script]) addImports(manifest, file, script);
  const run = new Set(script);
  for (const pattern of RUN_FILES) {
    const matches = all.filter((file) => pattern.test(file));
    if (matches.length === 0)
      throw new Error(`${dist} has no file ${pattern}: adapt the names in tools/size.mjs.`);
    for (const file of matches) addImports(manifest, file, run);
  }
  const asked = new Set([...run, ...all.filter((file) => !NOT_LOADED.some((pattern) => pattern.test(file)))]);
  for (const file of asked) if (EMBED_FILES.test(file)) asked.delete(file);
  const page = new Set([...asked].filter((file) => !ASKED_FILES.some((pattern) => pattern.test(file))));

  const sizes = new Map();
  for (const file of asked) sizes.set(file, await wireBytes(join(dist, file)));
  const counted = new Set();
  let bytes = 0;
  const stages = BUDGETS.map(({ stage, title, kilobytes }) => {
    const files = [];
    for (const file of { script, run, page, asked }[stage]) {
      if (counted.has(file)) continue;
      counted.add(file);
      files.push({ file, bytes: sizes.get(file) });
      bytes += sizes.get(file);
    }
    files.sort((a, b) => b.bytes - a.bytes);
    return { stage, title, bytes, budget: kilobytes * 1000, files };
  });
  stages.push(await measureEmbed(dist, manifest, all));
  const over = stages
    .filter((stage) => stage.bytes > stage.budget)
    .map((stage) => `${stage.title}: ${kB(stage.bytes)}, at most ${kB(stage.budget)} allowed`);
  return { stages, over };
}

/** What `embed.html` loads until its script has run. */
async function measureEmbed(dist, manifest, all) {
  const loaded = new Set(["embed.html", ...(await namedBy(dist, "embed.html", all))]);
  const later = [/(^|\/)(?:link|read-embed)-[^/]*\.js$/, ...BOX_FILES];
  for (const file of [...loaded, ...all.filter((one) => later.some((pattern) => pattern.test(one)))]) {
    addImports(manifest, file, loaded);
  }
  const files = [];
  for (const file of loaded) files.push({ file, bytes: await wireBytes(join(dist, file)) });
  files.sort((a, b) => b.bytes - a.bytes);
  const { stage, title, kilobytes } = EMBED_BUDGET;
  return {
    stage,
    title,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    budget: kilobytes * 1000,
    files,
  };
}

/**
 * Measures `dist` and fails when a budget is exceeded.
 *
 * @param {string} dist
 * @param {(line: string) => void} [print] takes the table's lines
 * @throws {Error} that names each budget exceeded and the largest files
 */
export async function checkSizes(dist, print = () => {}) {
  const result = await measure(dist);
  for (const line of table(result)) print(line);
  if (result.over.length > 0) throw new Error(`The page is too large (Brotli). ${result.over.join(". ")}.`);
}

/** The result as lines: each stage with its budget and the files it adds, largest first. */
export function table({ stages }) {
  const lines = ["Bytes over the wire (Brotli)"];
  for (const { title, bytes, budget, files } of stages) {
    lines.push(
      `${title.padEnd(14)} ${kB(bytes).padStart(10)} of ${kB(budget)}${bytes > budget ? "  TOO LARGE" : ""}`,
    );
    for (const file of files.filter((entry) => entry.bytes >= 1000)) {
      lines.push(`  ${kB(file.bytes).padStart(10)}  ${file.file}`);
    }
    const small = files.filter((entry) => entry.bytes < 1000);
    const rest = small.reduce((sum, entry) => sum + entry.bytes, 0);
    if (small.length > 0) lines.push(`  ${kB(rest).padStart(10)}  ${small.length} files under 1 kB`);
  }
  return lines;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function readManifest(dist) {
  const path = join(dist, ".vite", "manifest.json");
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`${path} is missing: build with build.manifest switched on.`);
  });
  return JSON.parse(text);
}

/** Adds a file, its static imports and their stylesheets and assets, to the set. */
function addImports(manifest, file, files) {
  const chunk = Object.values(manifest).find((entry) => entry.file === file);
  const seen = new Set();
  const visit = (entry) => {
    if (entry === undefined || seen.has(entry)) return;
    seen.add(entry);
    files.add(entry.file);
    for (const css of entry.css ?? []) files.add(css);
    for (const key of entry.imports ?? []) visit(manifest[key]);
  };
  files.add(file);
  visit(chunk);
}

/**
 * Scripts and stylesheets that an HTML file names. What it has loaded ahead is counted with the scripts that import it: some of
 * it is for the first Run. Icons and the manifest come later.
 */
async function namedBy(dist, html, all) {
  const text = await readFile(join(dist, html), "utf8");
  const named = [];
  for (const [tag] of text.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    if (/rel="(?:icon|apple-touch-icon|manifest|prefetch|preload|modulepreload)"/.test(tag)) continue;
    const address = /(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    if (address === undefined) continue;
    const file = address.replace(/^(?:\.\/|\/)/, "");
    if (all.includes(file)) named.push(file);
  }
  return named;
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/** A file's size as a server sends it: compressed, unless that makes it larger. */
async function wireBytes(path) {
  const raw = await readFile(path);
  const small = await compress(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return Math.min(raw.length, small.length);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const dist = process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url));
  try {
    await checkSizes(dist, (line) => console.log(line));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
