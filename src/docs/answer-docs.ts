import * as v from "valibot";
import { counted } from "../shared/counted";
import { parseWith } from "../shared/parse-with";
import { failure, type Result } from "../shared/result";
import { type DocPage, listDocs, readDoc } from "./docs";
import { searchDocs } from "./search";

const RequestSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    op: v.picklist(["list", "search", "read", "tool_read"]),
    arg: v.nullable(v.string()),
    limit: v.nullable(v.pipe(v.number(), v.integer())),
  }),
);

/** Most pages a search names unless it says otherwise. */
const HITS = 10;

/**
 * Answers the documentation functions of a script (`Host.docs`): JSON in, JSON out. The value is always text, also for an
 * unknown page and a search without hits, as on the host.
 */
export function answerDocs(pages: readonly DocPage[], request: string): string {
  return JSON.stringify(answer(pages, request));
}

function answer(pages: readonly DocPage[], request: string): Result<string> {
  const parsed = parseWith(RequestSchema, request, "request");
  if (!parsed.ok) return failure(`docs: ${parsed.message}`);
  const { op, arg, limit } = parsed.value;
  if (op === "search") return { ok: true, value: searchText(pages, arg ?? "", Math.max(0, limit ?? HITS)) };
  if (op === "list" || arg === null) return { ok: true, value: listText(pages, arg ?? "") };
  const page = readDoc(pages, arg);
  if (page !== null) return { ok: true, value: page.markdown };
  return {
    ok: true,
    value: op === "read" ? `No integration docs found for '${arg}'.` : notFound(pages, arg),
  };
}

/** The contents, or those of one namespace. */
function listText(pages: readonly DocPage[], namespace: string): string {
  const wanted = withoutApp(namespace);
  if (wanted === "") return listDocs(pages);
  const below = pages.filter(({ name }) => name === wanted || name.startsWith(`${wanted}.`));
  if (below.length > 0) return listDocs(below);
  return `Namespace '${wanted}' not found. Available: ${namesOf(pages, "namespace")}`;
}

/** The host tool's message about a page that does not exist. */
function notFound(pages: readonly DocPage[], name: string): string {
  const wanted = withoutApp(name);
  return [
    `Page '${wanted}' not found. Available pages:`,
    "",
    `**Namespaces:** ${namesOf(pages, "namespace")}`,
    `**Guides:** ${namesOf(pages, "guide")}`,
  ].join("\n");
}

function withoutApp(name: string): string {
  return name.trim().replace(/^app\./, "");
}

function namesOf(pages: readonly DocPage[], kind: DocPage["kind"]): string {
  return pages
    .filter((page) => page.kind === kind)
    .map(({ name }) => name)
    .join(", ");
}

/** Hits as text: `name: summary`, and below it the place that matches. */
function searchText(pages: readonly DocPage[], query: string, limit: number): string {
  const hits = searchDocs(pages, query);
  if (hits.length === 0) return `No results found for '${query.trim()}'. docs.list() names every page.`;
  const lines = hits
    .slice(0, limit)
    .map(({ page, snippet }) =>
      snippet === page.summary
        ? `${page.name}: ${page.summary}`
        : `${page.name}: ${page.summary}\n  ${snippet}`,
    );
  const more = hits.length - limit;
  return more > 0 ? [...lines, `${counted(more, "more page")}.`].join("\n") : lines.join("\n");
}
