/**
 * What each part of `src` may import: the table of ARCHITECTURE.md, enforced. A part may always import itself.
 *
 * The names of parts are patterns: `*` is a name, `**` is whatever is below, `<name>` is an integration's folder, the same
 * one on both sides. On the right, `…/**` is the part of that name, without parts inside it that have a line of their own.
 * `type` in front: types only.
 */

const SHARED = "src/shared/**";
const CATALOG = "src/integrations/*.ts";
const WHATSAPP = ["src/integrations/whatsapp/errors/index.ts", "src/integrations/whatsapp/simulator/page.ts"];
/** An integration's folder. Of its simulator, only these files are public. */
const OWN = [
  "src/integrations/<name>/**",
  "src/integrations/<name>/simulator/{index,page,phone-number,simulation}.ts",
];
const OWN_VIEWS = [
  "src/integrations/<name>/{phone,world-editor}/**",
  "src/integrations/<name>/{use-world,views}.ts",
];
const VIEWS = [...OWN, ...OWN_VIEWS, CATALOG, SHARED, "src/app/**", "src/ui/**", "type src/gateway/**"];

/** If two patterns fit a file, the first counts. */
const PARTS = {
  "src/shared/**": [],
  "src/storage/**": [SHARED],
  "src/vault/**": [SHARED, "src/storage/**"],
  "src/runtime/**": [SHARED],

  "src/integrations/<name>/simulator/**": [
    ...[SHARED, CATALOG],
    "src/integrations/<name>/{api-version,errors/index,sent-message,template-text,template-words}.ts",
  ],
  "src/integrations/<name>/{phone,world-editor}/**": VIEWS,
  "src/integrations/<name>/{use-world,views}.ts": VIEWS,
  "src/integrations/<name>/server/**": [...OWN, SHARED],
  "src/integrations/<name>/**": [...OWN, "src/integrations/<name>/views.ts", CATALOG, SHARED],
  "src/integrations/index.ts": [CATALOG, "src/integrations/*/index.ts"],
  "src/integrations/*.ts": [SHARED, "src/integrations/index.ts"],

  "src/gateway/**": [SHARED, CATALOG],
  "src/language/**": [SHARED, CATALOG],
  "src/editor/**": [SHARED, "src/language/**"],
  "src/examples/**": [],
  "src/docs/**": [SHARED, CATALOG, "src/examples/**"],
  "src/lessons/**": [SHARED, CATALOG, ...WHATSAPP, "src/gateway/**", "src/language/**"],

  "src/steps/**": [SHARED, "src/runtime/**", "src/language/**"],

  "src/sandbox/page/**": [
    ...[SHARED, `type ${CATALOG}`, "type src/runtime/**", "src/sandbox/*.ts", "src/steps/replay-protocol.ts"],
  ],
  "src/sandbox/frame/**": [SHARED, "src/sandbox/*.ts"],
  "src/sandbox/gate/**": ["src/sandbox/*.ts"],
  "src/sandbox/worker/**": [
    SHARED,
    CATALOG,
    "src/docs/**",
    "src/gateway/**",
    "src/runtime/**",
    "src/sandbox/*.ts",
    "src/steps/**",
  ],
  "src/sandbox/*.ts": [
    ...[SHARED, `type ${CATALOG}`, "type src/runtime/**", "type src/docs/docs.ts", "type src/steps/**"],
  ],

  "src/share/**": [SHARED, CATALOG, "src/gateway/live/curl.ts"],
  "src/pwa/**": [SHARED, "type src/app/**"],
  "src/app/**": [
    ...[
      SHARED,
      CATALOG,
      "src/docs/**",
      "src/examples/**",
      "src/gateway/**",
      "src/lessons/**",
      "src/runtime/**",
    ],
    ...[
      "src/sandbox/*.ts",
      "src/sandbox/page/**",
      "src/share/**",
      "src/steps/**",
      "type src/language/**",
      "src/storage/**",
      "src/vault/**",
      "type src/pwa/**",
    ],
  ],
  "src/first-frame/**": [
    ...[SHARED, "src/app/local-keys.ts", "type src/app/**", "src/storage/unload-store.ts"],
    ...["src/editor/{editor,line-element}.ts", "src/language/painted-line.ts", "type src/language/**"],
    "src/ui/{pane-sizes,early-events}.ts",
  ],
  "src/ui/**": [
    "src/first-frame/keep-frame.ts",
    ...[SHARED, CATALOG, "src/app/**", "src/docs/**", "src/editor/**", "src/examples/**", "src/share/**"],
    ...[
      "type src/gateway/**",
      "type src/lessons/**",
      "type src/pwa/**",
      "type src/runtime/**",
      "src/steps/**",
      "type src/vault/**",
    ],
    ...[
      "src/gateway/live/curl.ts",
      "src/language/painted-line.ts",
      "type src/language/**",
      "src/language/worker/client.ts",
      "src/language/write/lua-text.ts",
      "src/storage/unload-store.ts",
    ],
  ],
  "src/embed/**": [
    ...[
      SHARED,
      CATALOG,
      "src/app/**",
      "src/runtime/**",
      "src/share/**",
      "src/ui/**",
      "type src/sandbox/page/**",
    ],
  ],
  "src/cli/**": [
    ...[
      SHARED,
      CATALOG,
      "src/docs/**",
      "src/gateway/**",
      "src/language/**",
      "src/lessons/**",
      "src/runtime/**",
    ],
    ...["src/sandbox/*.ts", "src/sandbox/page/cpu-timer.ts", "src/sandbox/worker/**", "src/steps/**"],
    "src/share/link.ts",
  ],
  "src/*": [SHARED, "src/app/**", "src/pwa/**", "src/ui/**"],
};

/** Packages that only some parts may know. */
const PACKAGES = {
  "monaco-editor": ["src/editor/**"],
  "idb-keyval": ["src/storage/**"],
  wasmoon: ["src/app/box-loader.ts"],
  "@tanstack/virtual-core": ["src/ui/**"],
};

/** Known exceptions, reported but no error. A line that no import needs any more is an error: remove it. */
const NOT_YET = [];

const parts = Object.entries(PARTS).map(([pattern, allowed]) => ({
  pattern,
  allowed,
  expression: expressionOf(pattern),
}));

/** @param {import("./modules.mjs").Module[]} modules */
export function brokenWalls(modules) {
  const unneeded = new Set(NOT_YET);
  const errors = [];
  const warnings = [];
  for (const { file, imports } of modules) {
    for (const { to, kind } of imports) {
      const may = to.startsWith("src/") ? wrongImport(file, to, kind) : wrongPackage(file, to);
      if (may === null) continue;
      const known = NOT_YET.find((one) => one.from === file && to.startsWith(one.to));
      if (known === undefined) errors.push(`${file} imports ${to}, but ${may} See tools/lint/walls.mjs.`);
      else warnings.push(`${file} imports ${to}: ${known.why}.`);
      unneeded.delete(known);
    }
  }
  for (const { from, to } of unneeded) {
    errors.push(`${from} no longer imports ${to}: remove that line of NOT_YET in tools/lint/walls.mjs.`);
  }
  return { errors, warnings };
}

/** What the file may import instead, or `null`. */
function wrongImport(file, to, kind) {
  const from = partOf(file);
  const target = partOf(to);
  if (from.pattern === target.pattern && from.name === target.name) return null;
  const allowed = from.allowed.some((entry) => {
    if (entry.startsWith("type ") && kind !== "type") return false;
    const path = entry.replace("type ", "");
    if (!path.endsWith("**")) return expressionOf(path, from.name).test(to);
    return path === target.pattern && (target.name === undefined || target.name === from.name);
  });
  if (allowed) return null;
  return `${from.pattern} may import only ${from.allowed.join(", ") || "itself"}.`;
}

function wrongPackage(file, to) {
  const name = Object.keys(PACKAGES).find((known) => to === known || to.startsWith(`${known}/`));
  if (name === undefined || PACKAGES[name].some((pattern) => expressionOf(pattern).test(file))) return null;
  return `only ${PACKAGES[name].join(", ")} may.`;
}

/** The part a file belongs to, and the integration's name if it is one's. */
function partOf(file) {
  for (const { pattern, allowed, expression } of parts) {
    const match = expression.exec(file);
    if (match !== null) return { pattern, allowed, name: match.groups?.name };
  }
  throw new Error(`${file} belongs to no part that tools/lint/walls.mjs lists; add one.`);
}

function expressionOf(pattern, name = "(?<name>[^/]+)") {
  const source = pattern
    .replaceAll(".", "\\.")
    .replaceAll("**", ".+")
    .replaceAll(/(?<!\.)\*/g, "[^/]+")
    .replaceAll(/\{(.*?)\}/g, (_, names) => `(?:${names.replaceAll(",", "|")})`)
    .replaceAll("<name>", name);
  return new RegExp(`^${source}$`);
}
