import * as v from "valibot";
import { counted } from "../shared/counted";
import { parseWith } from "../shared/parse-with";
import { failure, type Result } from "../shared/result";
import { type DocPage, listDocs, readDoc } from "./docs";
import { searchDocs } from "./search";

const RequestSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ op: v.picklist(["list", "search", "read"]), arg: v.nullable(v.string()) }),
);

/** Most pages a search names. */
const HITS = 8;

/**
 * Answers `docs.list`, `docs.search` and `docs.read` of a script (`Host.docs`): JSON in, JSON out. The value is text. A
 * search without hits is a text that says so; an unknown page and a missing argument are errors.
 */
export function answerDocs(pages: readonly DocPage[], request: string): string {
  return JSON.stringify(answer(pages, request));
}

function answer(pages: readonly DocPage[], request: string): Result<string> {
  const parsed = parseWith(RequestSchema, request, "request");
  if (!parsed.ok) return failure(`docs: ${parsed.message}`);
  const { op, arg } = parsed.value;
  if (op === "list") return { ok: true, value: listDocs(pages) };
  if (arg === null || arg.trim() === "") {
    const call = op === "read" ? 'docs.read("overview")' : 'docs.search("template")';
    return failure(`docs.${op} needs a ${op === "read" ? "page name" : "query"}, e.g. ${call}.`);
  }
  if (op === "search") return { ok: true, value: searchText(pages, arg) };
  const found = readDoc(pages, arg);
  return found.ok ? { ok: true, value: found.value.markdown } : found;
}

/** Hits as text: `name: summary`, and below it the place that matches. */
function searchText(pages: readonly DocPage[], query: string): string {
  const hits = searchDocs(pages, query);
  if (hits.length === 0) return `No page has "${query.trim()}". docs.list() names every page.`;
  const lines = hits
    .slice(0, HITS)
    .map(({ page, snippet }) =>
      snippet === page.summary
        ? `${page.name}: ${page.summary}`
        : `${page.name}: ${page.summary}\n  ${snippet}`,
    );
  const more = hits.length - HITS;
  return more > 0 ? [...lines, `${counted(more, "more page")}.`].join("\n") : lines.join("\n");
}
