/** Build plugins about the list of integrations; the pages, their workers, the box and the terminal all use them. */
import { join, resolve } from "node:path";

const PART = /\bimport\("(\.\/[^"]+)"\)/g;

/**
 * Replaces `src/integrations/index.ts` with another list: the module that the environment variable `PLAYGROUND_INTEGRATIONS`
 * names. For a playground with your own integrations, and for tests.
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
 * Leaves out the parts of an integration (`IntegrationParts`) that a bundle never loads; otherwise every bundle would reach all
 * of them through the list of integrations. `needs(module, importer)` says whether the bundle loads a part's module, e.g.
 * `./simulator/simulation`. `once`: the bundle is one script, which can load nothing later, so its parts become static imports.
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
 * Leaves out of an integration's table of errors what only people read: the lines `cause: "…"` and `remedy: "…"`. A simulator
 * needs the API's own words alone.
 *
 * @throws {Error} while building, when such a text is not one string
 */
export function withoutRemediesPlugin() {
  return {
    name: "without-remedies",
    enforce: "pre",
    transform: {
      filter: { id: /\/integrations\/[^/]+\/errors\/[^/]+\.ts$/ },
      handler: (code, id) => ({ code: withoutRemedies(code, id), map: null }),
    },
  };
}

/** @internal */
export function withoutRemedies(code, id) {
  const kept = code.replaceAll(/^\s*(?:cause|remedy):\s*"(?:[^"\\]|\\.)*",\n/gm, "");
  const left = /^\s*(?:cause|remedy):/m.exec(kept);
  if (left !== null) throw new Error(`${id} has a text that is not one string: ${left[0].trim()}`);
  return kept;
}

/** Running scripts needs simulators. */
export const neededInBox = (module) => module.endsWith("/simulation");
/** The page answers no call itself, and leaves looking at text to the language worker. */
export const neededOnPage = (module) => !/\/(?:simulation|editor)$/.test(module);
/** The language worker only reads text. */
export const neededForLanguage = (module) => module.endsWith("/editor");
/** The terminal shows no views. */
export const neededInTerminal = (_module, importer) => !importer.endsWith("/views.ts");
