/** The modules of `src`: what each imports and exports. Biome formats every import alike, so patterns are enough to read them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const STATEMENT =
  /^(?:import|export) (type )?([^;"]*?)from "([^"]+)";|^import "([^"]+)";|(typeof )?import\(\s*"([^"]+)"/gms;
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

/**
 * @typedef {{ to: string, kind: "value" | "type" | "lazy" }} Import `to`: a file of `src`, or a package's name.
 * @typedef {{ file: string, imports: Import[], exports: string[] }} Module
 */

/** @returns {Module[]} */
export function readModules() {
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, "/"));
  const known = new Set(files);
  return files.sort().map((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return {
      file,
      imports: [...text.matchAll(STATEMENT)].flatMap((match) => importOf(match, file, known)),
      exports: [...text.matchAll(EXPORT)].map(([, name]) => name),
    };
  });
}

function importOf([, type, names = "", from, bare, typeOf, lazy], file, known) {
  const specifier = from ?? bare ?? lazy;
  const onlyTypes = /^\{/.test(names) && names.replace(/[{}]/g, "").split(",").every(isType);
  const kind = type || typeOf || onlyTypes ? "type" : lazy ? "lazy" : "value";
  if (!specifier.startsWith(".")) return [{ to: specifier, kind }];
  const path = posix.normalize(posix.join(dirname(file), specifier));
  const to = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) =>
    known.has(candidate),
  );
  // Styles, texts and Lua files may be imported from anywhere.
  return to === undefined ? [] : [{ to, kind }];
}

function isType(name) {
  return name.trim() === "" || name.trim().startsWith("type ");
}
