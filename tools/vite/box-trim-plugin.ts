import type { Plugin } from "vite";

/**
 * Leaves out of the box's worker and of the page what they have no use for, of the worker a tenth of its bytes:
 * - comments and indentation of the runtime's own Lua, and of what checks lessons and draws their worlds; its lines keep their
 *   numbers
 * - what libphonenumber writes numbers with, patterns and code: the simulator only reads them (country, possible, valid)
 * - what Babel adds to libphonenumber for old browsers: the package has modules without it, too
 *
 * @throws {Error} while building, when the package looks different
 */
export function boxTrimPlugin(): Plugin {
  return {
    name: "box-trim",
    enforce: "pre",
    transform: {
      filter: {
        id: /\/libphonenumber-js\/(?:metadata\.min\.json|core\/index|es6-modern\/format)\.js$|\/(?:runtime\/lua|lessons\/worlds|lessons\/course\/[\w-]+)\/(?!starter\.|solution\.)[\w-]+\.lua\?raw$/,
      },
      handler(code, id) {
        if (id.endsWith("?raw")) return { code: withoutLuaComments(code), map: null };
        if (id.endsWith("/format.js")) return { code: NO_FORMAT, map: null };
        return { code: id.endsWith("/index.js") ? withModernModules(code) : withoutUnread(code), map: null };
      },
    },
  };
}

/** Without the patterns there is nothing to write a number with. */
const NO_FORMAT = `export default function formatNumber() { throw new Error("Phone numbers are only read here."); }
export const chooseFormatForNumber = formatNumber;`;

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

/**
 * The source of libphonenumber-js's `core/index.js`, exporting from the modules for modern browsers; throws if it exports from
 * elsewhere.
 *
 * @internal
 */
export function withModernModules(code: string): string {
  if (!code.includes("'../es6/"))
    throw new Error("libphonenumber-js no longer exports from ../es6: check it.");
  return code.replaceAll("'../es6/", "'../es6-modern/");
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
