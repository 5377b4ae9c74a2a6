import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { CODICONS } from "./codicons.ts";

const REGISTERED = /^ *(\w+): register\('([\w-]+)', (?:(0x[0-9a-f]+)|'([\w-]+)')\)/gm;
// How Monaco's scripts and stylesheets name an icon: `Codicon.add`, `codicon-add`, `$(add)`.
const NAMED = /\bCodicon\.(\w+)|\bcodicon-([a-z][a-z0-9-]*)|\$\(([a-z][a-z-]*)\)/g;
const CSS = /\/codicon\/codicon\.css$/;

/**
 * Gives the built page a font with only those of Monaco's icons that its parts can show (`codicons.ts`), as WOFF2: all 700 or
 * so would be a fifteenth of the bytes of a first visit.
 *
 * @throws {Error} while building, when a part of Monaco uses an icon that is not in the list, or the list has one that none
 *   uses
 */
export function codiconPlugin(root: string): Plugin {
  const monaco = join(root, "node_modules/monaco-editor/esm/vs").replaceAll("\\", "/");
  const icons = readIcons(`${monaco}/base/common`);
  const named = new Set<string>();
  return {
    name: "codicon",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: CSS },
      async handler(id) {
        const code = await readFile(id, "utf8");
        const subset = await subsetted(await icons, id.replace(CSS, "/codicon/codicon.ttf"));
        const file = join(root, "node_modules/.vite/codicon.woff2");
        await mkdir(join(file, ".."), { recursive: true });
        await writeFile(file, subset);
        const made = code.replace(
          /url\(.*?\) format\("truetype"\)/,
          `url(${JSON.stringify(file)}) format("woff2")`,
        );
        if (made === code)
          this.error("Monaco's codicon.css no longer names its font: see codicon-plugin.ts.");
        return made;
      },
    },
    transform: {
      filter: { id: /\/monaco-editor\/esm\/vs\/.*\.(?:js|css)$/ },
      async handler(code, id) {
        if (/\/codicons(?:Library)?\.js$/.test(id)) return;
        const known = await icons;
        for (const [, key, name, text] of code.matchAll(NAMED)) {
          const icon = known.get(key ?? "") ?? known.get(name ?? text ?? "");
          if (icon !== undefined) named.add(icon.name);
        }
      },
    },
    buildEnd(error) {
      if (error !== undefined) return;
      const missing = [...named].filter((name) => !CODICONS.includes(name));
      const idle = CODICONS.filter((name) => !named.has(name));
      if (missing.length === 0 && idle.length === 0) return;
      const change = [`add ${missing.sort().join(" ") || "none"}`, `remove ${idle.join(" ") || "none"}`];
      this.error(`tools/vite/codicons.ts does not fit Monaco's parts: ${change.join("; ")}.`);
    },
  };
}

interface Icon {
  readonly name: string;
  readonly code: number;
}

/** Icons by the name in scripts (`chevronDown`) and in classes (`chevron-down`). */
async function readIcons(folder: string): Promise<ReadonlyMap<string, Icon>> {
  const icons = new Map<string, Icon>();
  for (const file of ["codiconsLibrary.js", "codicons.js"]) {
    const text = await readFile(join(folder, file), "utf8");
    for (const [, key = "", name = "", code, like = ""] of text.matchAll(REGISTERED)) {
      const same = icons.get(like);
      const icon = code === undefined ? same : { name, code: Number(code) };
      if (icon === undefined) continue;
      icons.set(key, icon);
      icons.set(name, icon);
    }
  }
  return icons;
}

async function subsetted(icons: ReadonlyMap<string, Icon>, font: string): Promise<Uint8Array> {
  const codes = CODICONS.map((name) => {
    const icon = icons.get(name);
    if (icon === undefined) throw new Error(`tools/vite/codicons.ts: Monaco has no icon ${name}.`);
    return icon.code;
  });
  return subsetFont(await readFile(font), String.fromCodePoint(...codes), { targetFormat: "woff2" });
}
