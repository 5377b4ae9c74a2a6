/** Build plugins about the list of integrations; the pages, their workers, the box and the terminal all use them. */
import { basename, dirname, join, resolve } from "node:path";

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

/** Properties that only people and the editor read, by the folder of an integration's files. */
const PROSE = {
  errors: new Set(["cause", "remedy"]),
  functions: new Set([
    ...["summary", "description", "answer", "notes", "examples", "preview"],
    ...["example", "structure"], // of a parameter
  ]),
};

/**
 * Leaves out of an integration's functions and table of errors what the box never reads (`CalledFunction`, `ErrorFacts`): a call
 * needs the rules of its arguments and its request, a simulator the API's own words.
 */
export function withoutProsePlugin() {
  return {
    name: "without-prose",
    transform: {
      filter: { id: /\/integrations\/[^/]+\/(?:errors|functions)\/[^/]+\.ts$/ },
      handler(code, id) {
        const unread = PROSE[basename(dirname(id))];
        const cut = propertiesOf(this.parse(code))
          .filter(({ key }) => unread.has(key.name))
          .sort((one, other) => one.start - other.start);
        let kept = "";
        let from = 0;
        for (const { start, end } of cut) {
          // In a property that is cut already.
          if (start < from) continue;
          kept += code.slice(from, start);
          from = end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0);
        }
        return { code: kept + code.slice(from), map: null };
      },
    },
  };
}

/** All properties of object literals in a syntax tree. */
function propertiesOf(node) {
  if (typeof node !== "object" || node === null) return [];
  const own = node.type === "ObjectExpression" ? node.properties.filter(({ key }) => key !== undefined) : [];
  return [...own, ...Object.values(node).flatMap(propertiesOf)];
}

/** Running scripts needs simulators. */
export const neededInBox = (module) => module.endsWith("/simulation");
/** The page answers no call itself, and leaves looking at text to the language worker. */
export const neededOnPage = (module) => !/\/(?:simulation|editor)$/.test(module);
/** The language worker only reads text. */
export const neededForLanguage = (module) => module.endsWith("/editor");
/** The terminal shows no views. */
export const neededInTerminal = (_module, importer) => !importer.endsWith("/views.ts");
