import type { Plugin } from "vite";

const PART = /\bimport\("(\.\/[^"]+)"\)/g;

/**
 * Leaves out the parts of an integration (`IntegrationParts`) that a bundle never loads: every bundle reaches all of them
 * through the list of integrations.
 *
 * @param needs whether the bundle loads the part in this module, e.g. `./simulator/simulation`
 * @param once the bundle is one script, which can load nothing later: the parts it needs become static imports
 */
export function integrationPartsPlugin(
  needs: (module: string) => boolean,
  { once = false }: { readonly once?: boolean } = {},
): Plugin {
  return {
    name: "integration-parts",
    transform: {
      filter: { id: /\/integrations\/[^/]+\/(?:index|world|views)\.ts$/ },
      handler(code) {
        const imports: string[] = [];
        const body = code.replace(PART, (loading, module: string) => {
          if (!needs(module)) return "Promise.resolve({})";
          if (!once) return loading;
          const name = `part${imports.length}`;
          imports.push(`import * as ${name} from "${module}";`);
          return `Promise.resolve(${name})`;
        });
        return { code: [...imports, body].join("\n"), map: null };
      },
    },
  };
}

/** Running scripts takes simulators and guides. */
export const neededInBox = (module: string) => /\/(?:simulation|guides)$/.test(module);
/** The page answers no call itself, and leaves looking at text to the language worker. */
export const neededOnPage = (module: string) => !/\/(?:simulation|editor)$/.test(module);
/** The language worker only looks at text. */
export const neededForLanguage = (module: string) => module.endsWith("/editor");
