import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { normalizePath, type Plugin } from "vite";

const FILE = "licenses.txt";
const LICENSE_FILE = /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i;
/** Helpers that the build tools add to a bundle, by the start of their module id. */
const HELPERS = { "\0vite/": "vite", "\0rolldown/": "rolldown" } as const;

export interface Licenses {
  /** For builds that run before the page's: the workers and the box. */
  collect(): Plugin;
  /** For the page's build: writes `licenses.txt`. */
  write(): Plugin;
  /** For builds that run after the page's: fails if the file lacks one of their packages. */
  check(): Plugin;
}

/**
 * Writes the license texts of every bundled package into one file. Vite's `build.license` sees only the page's own build;
 * workers, the box and the service worker are builds of their own.
 *
 * `tools/licenses/<package>.txt` (with `+` for `/`) adds what a package does not say, such as what was compiled into its
 * WebAssembly.
 *
 * @param later packages of the builds that run after the page's; their dependencies are added too
 * @throws {Error} while building, if a package has no license text, if one with WebAssembly has no added text, or if an
 *   added text belongs to no bundled package
 */
export function openLicenses(root: string, later: readonly string[] = []): Licenses {
  const modules = `${normalizePath(root).replace(/\/$/, "")}/node_modules`;
  const folders = new Set<string>();
  const compiled = new Set<string>();
  let written = false;
  const add = (ids: readonly string[]) => {
    for (const id of ids) {
      const folder = packageFolder(modules, id);
      if (folder === null) continue;
      folders.add(folder);
      if (/\.wasm(?:\?|$)/.test(id)) compiled.add(folder);
    }
  };
  return {
    collect: () => plugin("collect", add),
    write: () =>
      plugin("write", (ids, emit) => {
        add(ids);
        for (const name of later) addWithDependencies(modules, name, folders);
        const added = join(root, "tools/licenses");
        const packages = [...folders].map((folder) => readPackage(folder, compiled.has(folder), added));
        const unused = addedNames(added).filter((name) => !packages.some((one) => one.name === name));
        if (unused.length > 0) throw new Error(`tools/licenses: ${unused.join(", ")} is not in the build.`);
        emit(licensesText(packages));
        written = true;
      }),
    check: () =>
      plugin("check", (ids) => {
        // The page's build failed and reports its own reason.
        if (!written) return;
        for (const id of ids) {
          const folder = packageFolder(modules, id);
          if (folder === null || folders.has(folder)) continue;
          throw new Error(`${FILE} lacks ${folder}: name the package in vite.config.ts.`);
        }
      }),
  };
}

function plugin(name: string, run: (ids: readonly string[], emit: (text: string) => void) => void): Plugin {
  return {
    name: `licenses-${name}`,
    apply: "build",
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((output) =>
        output.type === "chunk" ? output.moduleIds : [],
      );
      run(ids, (source) => this.emitFile({ type: "asset", fileName: FILE, source }));
    },
  };
}

/** Returns the folder of the package that a module belongs to, or `null` if it is one of ours. */
function packageFolder(modules: string, id: string): string | null {
  for (const [start, name] of Object.entries(HELPERS)) {
    if (id.startsWith(start)) return `${modules}/${name}`;
  }
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}

function addWithDependencies(modules: string, name: string, folders: Set<string>): void {
  const folder = `${modules}/${name}`;
  if (folders.has(folder)) return;
  folders.add(folder);
  const { dependencies = {} } = readManifest(folder);
  for (const dependency of Object.keys(dependencies)) addWithDependencies(modules, dependency, folders);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

interface LicensedPackage {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

function readPackage(folder: string, compiled: boolean, added: string): LicensedPackage {
  const { name, version, license = "license below", homepage } = readManifest(folder);
  const more = join(added, `${name.replace("/", "+")}.txt`);
  if (compiled && !existsSync(more)) {
    throw new Error(
      `${name} brings WebAssembly: write into ${more} what was compiled into it, with its license.`,
    );
  }
  const paths = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .map((file) => join(folder, file));
  if (existsSync(more)) paths.push(more);
  if (paths.length === 0) throw new Error(`${name} has no license text: put it into ${more}.`);
  return {
    name,
    title: [`${name} ${version} (${license})`, ...(homepage === undefined ? [] : [homepage])].join("\n"),
    text: paths.map((path) => withoutBundled(readFileSync(path, "utf8")).trim()).join("\n\n---\n\n"),
  };
}

/** The rest of Vite's file is about what Vite itself bundles, none of which reaches the page. */
function withoutBundled(text: string): string {
  return text.replace(/^# Licenses of bundled dependencies$[\s\S]*/m, "");
}

function addedNames(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder).map((file) => file.replace(/\.txt$/, "").replace("+", "/"))
    : [];
}

/** Packages with the same text share it. */
function licensesText(packages: readonly LicensedPackage[]): string {
  const titles = new Map<string, string[]>();
  for (const { title, text } of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    titles.set(text, [...(titles.get(text) ?? []), title]);
  }
  const line = "=".repeat(80);
  const parts = [...titles].map(([text, names]) => `${line}\n${names.join("\n")}\n${line}\n\n${text}\n`);
  return ["This page contains these packages, under these licenses.\n", ...parts].join("\n");
}
