/**
 * What the page says: the texts in the sources of `src`, in components, messages, docs and examples. They live next to what
 * shows them; this reads them all in one pass.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Sources whose texts are not the page's: Meta's sentences and worlds' data, tries at lessons, what only a terminal shows. */
const OTHERS = [
  "src/lessons/worlds/",
  "/wrong/",
  "/right/",
  "survivors.md",
  "README.md",
  "src/cli/",
  "src/integrations/whatsapp/simulator/",
  "src/integrations/whatsapp/server/",
];
const ATTRIBUTES = /^(aria-label|label|title|placeholder|alt|summary|hint|legend|note|description)$/;

/** @typedef {{ file: string, line: number, text: string }} PageString */

/** @returns {PageString[]} every text, in the order of files and lines */
export function pageStrings() {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file}`)
    .filter(
      (file) => /\.(tsx?|md|lua)$|\/lesson\.json$/.test(file) && !OTHERS.some((part) => file.includes(part)),
    )
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      if (/\.tsx?$/.test(file)) return stringsOf(file, source);
      return source.split("\n").flatMap((text, at) => {
        const shown = file.endsWith(".lua") ? /--.*/.exec(text)?.[0] : text;
        return shown?.trim() ? [{ file, line: at + 1, text: shown.trim() }] : [];
      });
    });
}

function stringsOf(file, source) {
  const found = [];
  const add = (node, text) => {
    const shown = text.replace(/\s+/g, " ").trim();
    if (!/[a-z]{2}/i.test(shown)) return;
    found.push({ file, line: source.slice(0, node.start).split("\n").length, text: shown });
  };
  walk(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }), null, (node, parent) => {
    if (node.type.startsWith("Import") || node.type.startsWith("TSLiteral") || node.type.startsWith("Export"))
      return !node.type.startsWith("Import");
    if (node.type === "JSXText") add(node, node.value);
    else if (node.type === "JSXAttribute" && node.value?.type === "Literal") {
      if (ATTRIBUTES.test(node.name.name)) add(node, String(node.value.value));
      return false;
    } else if (node.type === "JSXAttribute" && node.name.name === "class") return false;
    else if (node.type === "Literal" && typeof node.value === "string") {
      if (isProse(node.value) || (parent?.type === "Property" && ATTRIBUTES.test(parent.key.name ?? "")))
        add(node, node.value);
    } else if (node.type === "TemplateLiteral") {
      const text = node.quasis.map(({ value }) => value.cooked ?? value.raw).join("…");
      if (isProse(text)) add(node, text);
    }
    return true;
  });
  return found;
}

/** Words with a space between them, or one word that begins a sentence. */
function isProse(text) {
  return /[a-z’'…)”"`.,:] [a-z“"(`…\d]/i.test(text) || /^[A-Z][a-z]+[….]?$/.test(text);
}

function walk(node, parent, visit) {
  if (visit(node, parent) === false) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === "object" && typeof child.type === "string")
        walk(child, node, visit);
    }
  }
}
