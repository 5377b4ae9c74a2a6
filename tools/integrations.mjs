/** Build plugins about the list of integrations; the pages, their workers, the box and the terminal all use them. */
import { basename, join, resolve } from "node:path";

const PART = /\bimport\("(\.\/[^"]+)"\)/g;

/**
 * Puts another list in the place of `src/integrations/index.ts`: the module that the environment variable
 * `PLAYGROUND_INTEGRATIONS` names. For a playground of one's own integrations, and for tests.
 */
export function integrationsListPlugin(root) {
  const own = process.env.PLAYGROUND_INTEGRATIONS;
  const list = join(root, "src/integrations/index.ts");
  return {
    name: "integrations-list",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (!own || importer === resolve(own)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found?.id === list ? resolve(own) : null;
    },
  };
}

/**
 * Leaves out the parts of an integration (`IntegrationParts`) that a bundle never loads: every bundle reaches all of them
 * through the list of integrations. `needs(module, importer)` says whether the bundle loads the part in a module, e.g.
 * `./simulator/simulation`. `once`: the bundle is one script, which can load nothing later, so the parts it needs become
 * static imports.
 */
export function integrationPartsPlugin(needs, { once = false } = {}) {
  return {
    name: "integration-parts",
    transform: {
      filter: { id: /\/integrations\/[^/]+\/(?:index|world|views)\.ts$/ },
      handler(code, id) {
        const imports = [];
        const body = code.replace(PART, (loading, module) => {
          if (!needs(module, id)) return "Promise.resolve({})";
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

/**
 * Leaves out what speaks about an API's answers (`explain.ts` and `remark.ts` of an integration, with its table of errors):
 * the language worker sees none.
 */
export function withoutAnswersPlugin() {
  return {
    name: "without-answers",
    load: {
      filter: { id: /\/integrations\/[^/]+\/(?:explain|remark)\.ts$/ },
      handler: (id) => `export const ${basename(id, ".ts")} = () => null;`,
    },
  };
}

/** Running scripts needs simulators. */
export const neededInBox = (module) => module.endsWith("/simulation");
/** The page answers no call itself, and leaves looking at text to the language worker. */
export const neededOnPage = (module) => !/\/(?:simulation|editor)$/.test(module);
/** The language worker only reads text. */
export const neededForLanguage = (module) => module.endsWith("/editor");
/** The terminal shows no views. */
export const neededInTerminal = (_module, importer) => !importer.endsWith("/views.ts");
