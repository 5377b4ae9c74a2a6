import type { Plugin } from "vite";

const MODULE = "(function (exports) { 'use strict';";
const IS_NODE =
  '"object"==typeof process&&"object"==typeof process.versions&&"string"==typeof process.versions.node';
const NODE_MODULE = "await import('module')";

/**
 * Leaves out of the box's worker and of the page what they have no use for, of the worker a seventh of its bytes:
 * - wasmoon comes as one UMD function, of which nothing can be shaken off; made an ES module that exports `LuaWasm`, the
 *   only class the runtime uses, it loses its own engine, threads and type conversions, and its branch for Node
 * - lists of names that wasmoon's glue (a debug build of Emscripten) would warn of
 * - comments and indentation of the runtime's own Lua, and of what checks lessons and draws their worlds; its lines keep their
 *   numbers
 * - patterns that libphonenumber writes numbers with: the simulator only reads them (country, possible, valid)
 *
 * @throws {Error} while building, when wasmoon or the metadata look different
 */
export function boxTrimPlugin(): Plugin {
  return {
    name: "box-trim",
    enforce: "pre",
    transform: {
      filter: {
        id: /\/wasmoon\/dist\/index\.js$|\/libphonenumber-js\/metadata\.min\.json\.js$|\/(?:runtime\/lua|lessons\/worlds|lessons\/course\/[\w-]+)\/(?!starter\.|solution\.)[\w-]+\.lua\?raw$/,
      },
      handler(code, id) {
        if (id.endsWith("?raw")) return { code: withoutLuaComments(code), map: null };
        return { code: id.includes("/wasmoon/") ? luaWasmModule(code) : withoutUnread(code), map: null };
      },
    },
  };
}

/**
 * The source of wasmoon's UMD file as an ES module that exports `LuaWasm` alone; throws when it is not 1.16's.
 *
 * @internal
 */
export function luaWasmModule(umd: string): string {
  const start = umd.indexOf(MODULE);
  const end = umd.lastIndexOf("}));");
  const known = start >= 0 && end > start && umd.includes(IS_NODE) && umd.includes(NODE_MODULE);
  if (!known) throw new Error("wasmoon's index.js is not the one that box-trim-plugin.ts knows: check it.");
  const body = umd
    .slice(start + MODULE.length, end)
    .replace(/^ +exports\.\w+ = \w+;$/gm, "")
    .replace(IS_NODE, "false")
    .replace(NODE_MODULE, "{}")
    .replaceAll(/"[\w $]{500,}"(?=\.split\(" "\)\.forEach\()/g, '""');
  return `const exports = {};${body}\nexport { LuaWasm };`;
}

const RAW = "export default ";

/**
 * A module that exports Lua as text, without comment lines and indentation; throws if it has strings of several lines.
 *
 * @internal
 */
export function withoutLuaComments(code: string): string {
  const lua: unknown = JSON.parse(code.slice(RAW.length).replace(/;?\s*$/, ""));
  if (!code.startsWith(RAW) || typeof lua !== "string" || /\[=*\[/.test(lua)) {
    throw new Error("This Lua has long brackets, which box-trim-plugin.ts does not know: check it.");
  }
  return `${RAW}${JSON.stringify(lua.replaceAll(/^[ \t]+/gm, "").replaceAll(/^--.*$/gm, ""))};`;
}

// Places in a country's list that reading a number with "+" takes none of (libphonenumber-js, `source/metadata.js`, version
// 4): the prefix for calls abroad, formats, when to write a prefix, and what stands before an extension.
const UNREAD = [1, 4, 6, 9, 12, 13];

/**
 * The source of libphonenumber-js's metadata module without what only writing a number takes; throws when it is not version 4.
 *
 * @internal
 */
export function withoutUnread(code: string): string {
  const metadata: unknown = JSON.parse(code.slice(code.indexOf("{"), code.lastIndexOf("}") + 1));
  if (!isMetadata(metadata)) throw new Error("libphonenumber-js has other metadata than version 4.");
  for (const countries of [metadata.countries, metadata.nonGeographic]) {
    for (const country of Object.values(countries)) {
      for (const place of UNREAD) if (place < country.length) country[place] = 0;
      while (country.at(-1) === 0) country.pop();
    }
  }
  return `export default ${JSON.stringify(metadata)};`;
}

interface Metadata {
  readonly countries: Readonly<Record<string, unknown[]>>;
  readonly nonGeographic: Readonly<Record<string, unknown[]>>;
}

function isMetadata(value: unknown): value is Metadata {
  return (
    typeof value === "object" &&
    value !== null &&
    "version" in value &&
    value.version === 4 &&
    "countries" in value &&
    "nonGeographic" in value
  );
}
