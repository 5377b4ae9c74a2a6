import type { Plugin } from "vite";

const ABSENT = "\0absent-part";

/**
 * Leaves out the parts of an integration (`IntegrationParts`) that a bundle never loads: every bundle reaches all of them
 * through the list of integrations.
 *
 * @param needs whether the bundle loads the part in this module, e.g. `./simulator/simulation`
 */
export function integrationPartsPlugin(needs: (module: string) => boolean): Plugin {
  return {
    name: "integration-parts",
    resolveDynamicImport: (specifier, importer) =>
      typeof specifier === "string" &&
      /\/integrations\/[^/]+\/(?:index|world)\.ts$/.test(importer) &&
      !needs(specifier)
        ? ABSENT
        : null,
    load: (id) => (id === ABSENT ? "export {};" : null),
  };
}

/** What runs scripts needs simulators and guides. */
export const neededInBox = (module: string) => /\/(?:simulation|guides)$/.test(module);
/** The page never answers a call itself. */
export const neededOnPage = (module: string) => !module.endsWith("/simulation");
/** The language worker only looks at text. */
export const neededForLanguage = (module: string) => module.endsWith("/editor");
