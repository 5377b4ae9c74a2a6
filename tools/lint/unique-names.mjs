/**
 * Finds names that two files of `src` export: a reader who looks for one would find the other. Components, schemas and types
 * count alike.
 *
 * @param {import("./modules.mjs").Module[]} modules
 * @returns {string[]} those names
 */
export function repeatedNames(modules) {
  const files = new Map();
  for (const { file, exports } of modules) {
    for (const name of exports) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files].filter(([, all]) => new Set(all).size > 1).map(([name]) => name);
}
