/**
 * Files that import each other in a circle, over whatever files. An `import()` counts, but for those of an integration's
 * `views.ts`: through them the page loads views that know the page.
 */

/**
 * @param {import("./modules.mjs").Module[]} modules
 * @returns {string[]} one error for each circle
 */
export function importCycles(modules) {
  const imports = new Map(
    modules.map(({ file, imports }) => [
      file,
      imports
        .filter(({ to, kind }) => to.startsWith("src/") && !(kind === "lazy" && isViews(file)))
        .map(({ to }) => to),
    ]),
  );
  const done = new Set();
  const cycles = [];
  const walk = (file, path) => {
    const start = path.indexOf(file);
    if (start !== -1) {
      cycles.push(`These files import each other: ${[...path.slice(start), file].join(" → ")}.`);
      return;
    }
    if (done.has(file)) return;
    for (const to of imports.get(file)) walk(to, [...path, file]);
    done.add(file);
  };
  for (const { file } of modules) walk(file, []);
  return cycles;
}

function isViews(file) {
  return /^src\/integrations\/[^/]+\/views\.ts$/.test(file);
}
