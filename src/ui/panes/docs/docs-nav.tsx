import { Search } from "lucide";
import { useMemo, useState } from "preact/hooks";
import type { DocPage } from "../../../docs/pages";
import { searchDocs } from "../../../docs/search";
import { counted } from "../../../shared/counted";
import { Icon } from "../../parts/icon";

interface NavProps {
  readonly pages: readonly DocPage[];
  readonly current: string;
  onOpen(page: string): void;
}

/** The list of pages, or what a search found. */
export function DocsNav({ pages, current, onOpen }: NavProps) {
  const [query, setQuery] = useState("");
  const hits = useMemo(() => (query.trim() === "" ? null : searchDocs(pages, query)), [pages, query]);
  return (
    <>
      <div class="pane-search docs-search">
        <Icon node={Search} size={14} />
        <input
          class="pane-field"
          type="search"
          placeholder="Search the docs"
          aria-label="Search the docs"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p class="pane-hidden" role="status">
        {hits === null ? "" : counted(hits.length, "page found", "pages found")}
      </p>
      {hits === null ? (
        <PageList pages={pages} current={current} onOpen={onOpen} />
      ) : hits.length === 0 ? (
        <p class="pane-note docs-no-hit">No page has “{query.trim()}”. Try fewer or other words.</p>
      ) : (
        <ul class="docs-hits">
          {hits.map(({ page, snippet }) => (
            <li key={page.name}>
              <button type="button" class="docs-hit" onClick={() => onOpen(page.name)}>
                <span class="docs-hit-title">{page.title}</span>
                <span class="docs-hit-text">{snippet}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PageList({ pages, current, onOpen }: NavProps) {
  const guides = pages.filter((page) => page.kind === "guide");
  const reference = pages.filter((page) => page.kind !== "guide");
  return (
    <>
      <Group label="Reference" pages={reference} current={current} onOpen={onOpen} />
      <Group label="Guides" pages={guides} current={current} onOpen={onOpen} />
    </>
  );
}

function Group({ label, pages, current, onOpen }: NavProps & { label: string }) {
  return (
    <>
      <h2 class="docs-group">{label}</h2>
      <ul class="docs-pages">
        {pages.map((page) => (
          <li key={page.name}>
            <button
              type="button"
              class={`docs-page docs-page-${page.kind}`}
              aria-current={page.name === current ? "page" : undefined}
              title={page.summary}
              onClick={() => onOpen(page.name)}
            >
              {page.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
