import { CodeXml, List, Search } from "lucide";
import { Fragment } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { DocPage } from "../../../docs/docs";
import { matchedParts, searchDocs } from "../../../docs/search";
import { counted } from "../../../shared/counted";
import { usePage } from "../../page";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { ScrollArea, useTopOf } from "../../parts/scroll-area";
import { CopyButton } from "../shared/copy-button";
import { MarkdownText } from "./prose";
import "../shared/shared.css";
import "./docs.css";

/** The reference: list, search, and the page with runnable examples or as an agent reads it. */
export function DocsPane() {
  const { playground, runCommand } = usePage();
  const { docs } = playground;
  const name = docs.current.value;
  const page = docs.pages.value.find((known) => known.name === name) ?? docs.pages.value[0];
  const [raw, setRaw] = useState(false);
  const [listed, setListed] = useState(false);
  const body = useRef<HTMLElement>(null);
  // Only a choice made here moves the focus. A page that follows the editor's cursor must not.
  const moveFocus = useRef(false);
  // The heading of the chosen search result.
  const wanted = useRef<string | null>(null);
  const toHeading = () => {
    const headings = body.current?.querySelectorAll<HTMLElement>(".docs-prose :is(h2, h3, h4)") ?? [];
    [...headings].find(({ textContent }) => textContent === wanted.current)?.scrollIntoView();
    wanted.current = null;
  };
  useTopOf(body, name, () => {
    setListed(false);
    if (moveFocus.current) body.current?.focus({ preventScroll: true });
    moveFocus.current = false;
    toHeading();
  });
  const open = (target: string, heading: string | null = null) => {
    moveFocus.current = true;
    wanted.current = heading;
    if (target === page?.name) toHeading();
    setListed(false);
    docs.open(target);
  };
  if (page === undefined) return <div class="pane docs" />;
  return (
    <div class="pane docs">
      <div class="pane-head">
        <Button
          icon={List}
          class="docs-list-button"
          aria-expanded={listed}
          aria-controls="docs-nav"
          onClick={() => setListed(!listed)}
        >
          Pages
        </Button>
        <span class="pane-spring" />
        <label class="follow" title="Show docs for the function at the cursor">
          <input
            type="checkbox"
            checked={playground.settings.settings.value.docsFollow}
            onChange={(event) => playground.settings.update({ docsFollow: event.currentTarget.checked })}
          />
          <span>
            Follow<span class="if-room"> cursor</span>
          </span>
        </label>
        <button
          type="button"
          class="docs-switch"
          role="switch"
          aria-checked={raw}
          title="Show the Markdown that docs.read returns"
          onClick={() => setRaw(!raw)}
        >
          <span class="docs-switch-track" aria-hidden="true" />
          <span>
            <span class="if-room">Show </span>Markdown
          </span>
        </button>
        <CopyButton label="Copy page as Markdown" text={() => page.markdown} />
      </div>
      <div class="docs-columns">
        <nav id="docs-nav" class={listed ? "docs-nav docs-nav-open" : "docs-nav"} aria-label="Docs pages">
          <DocsNav pages={docs.pages.value} current={page.name} onOpen={open} />
        </nav>
        <ScrollArea class="docs-body" ref={body} aria-label={`Docs: ${page.title}`}>
          {raw ? (
            <pre class="docs-raw">{page.markdown}</pre>
          ) : (
            <article class="docs-article" aria-label={page.title}>
              <MarkdownText
                key={page.name}
                markdown={page.markdown}
                page={page.name}
                example={(title, number) => ({ name: exampleName(page, number), title })}
              />
              {page.name === "embedding" && (
                <Button icon={CodeXml} onClick={() => runCommand("embed")}>
                  Set up an embed…
                </Button>
              )}
            </article>
          )}
        </ScrollArea>
      </div>
    </div>
  );
}

/** `send-message-2.lua`: the page's short name and the example's number. */
function exampleName(page: DocPage, number: number): string {
  const short = page.name.slice(page.name.lastIndexOf(".") + 1).replaceAll("_", "-");
  return `${short}-${number}.lua`;
}

interface NavProps {
  readonly pages: readonly DocPage[];
  readonly current: string;
  /** `heading`: where to go on the page, if not to its top. */
  onOpen(page: string, heading?: string | null): void;
}

/** The list of pages, or what a search found. */
function DocsNav({ pages, current, onOpen }: NavProps) {
  const [query, setQuery] = useState("");
  const hits = useMemo(() => (query.trim() === "" ? null : searchDocs(pages, query)), [pages, query]);
  return (
    <>
      <div class="pane-search docs-search">
        <Icon node={Search} size={14} />
        <input
          class="input"
          type="search"
          placeholder="Search the docs"
          aria-label="Search the docs"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={({ key }) => {
            const first = hits?.[0];
            if (key === "Enter" && first !== undefined) onOpen(first.page.name, first.heading);
          }}
        />
      </div>
      <p class="visually-hidden" role="status">
        {hits === null ? "" : counted(hits.length, "page found", "pages found")}
      </p>
      {hits === null ? (
        <PageList pages={pages} current={current} onOpen={onOpen} />
      ) : hits.length === 0 ? (
        <p class="note docs-no-hit">No results for “{query.trim()}”. Try fewer or different words.</p>
      ) : (
        <ul class="docs-hits">
          {hits.map(({ page, snippet, heading }) => (
            <li key={page.name}>
              <button type="button" class="docs-hit" onClick={() => onOpen(page.name, heading)}>
                <span class="docs-hit-title">
                  <Matched text={page.title} query={query} />
                </span>
                <span class="docs-hit-text">
                  <Matched text={snippet} query={query} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A text with the search words marked. */
function Matched({ text, query }: { text: string; query: string }) {
  return (
    <>
      {matchedParts(text, query).map(({ text: part, matched }, index) =>
        matched ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}

function PageList({ pages, current, onOpen }: NavProps) {
  const groups = [
    { label: "Reference", of: pages.filter(({ kind }) => kind !== "guide") },
    { label: "Guides", of: pages.filter(({ kind }) => kind === "guide") },
  ];
  return (
    <>
      {groups.map(({ label, of }) => (
        <Fragment key={label}>
          <h2 class="docs-group">{label}</h2>
          <ul class="docs-pages">
            {of.map((page) => (
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
        </Fragment>
      ))}
    </>
  );
}
