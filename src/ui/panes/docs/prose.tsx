import DOMPurify from "dompurify";
import { Footprints, PanelLeftOpen, Play, RotateCcw, Square } from "lucide";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { startSnippet } from "../../../app/snippet";
import type { DocPage } from "../../../docs/docs";
import { messageOf } from "../../../shared/message-of";
import { usePage, usePlayground } from "../../page";
import { Button } from "../../parts/button";
import { LuaCode } from "../../snippet/lua-code";
import { SnippetBody, useSnippet } from "../../snippet/use-snippet";
import { CopyButton } from "../shared/copy-button";
import { pageFor, pageParts } from "./page-parts";

interface TextProps {
  readonly markdown: string;
  /** The docs page the text is on. It does not link to itself. */
  readonly page?: string;
  /**
   * Names an example: its file name in the editor and in messages (ending in `.lua`), and its title. `number` counts examples
   * from 1, `part` counts all parts from 0. `text`: examples are shown as text only. If absent, they are left out.
   */
  readonly example?:
    | "text"
    | ((heading: string, number: number, part: number) => { readonly name: string; readonly title: string });
}

/** Markdown as prose, with its Lua blocks as runnable cards. */
export function MarkdownText({ markdown, page = "", example }: TextProps) {
  const parts = useMemo(() => partsOrProblem(markdown), [markdown]);
  if (typeof parts === "string") {
    return (
      <>
        <p role="alert">{`Couldn't render this page. ${parts} Here is its source.`}</p>
        <pre>{markdown}</pre>
      </>
    );
  }
  let number = 0;
  return (
    <>
      {parts.map((part, index) => {
        if (part.kind === "html") return <Prose key={index} html={part.html} page={page} />;
        if (example === undefined) return null;
        if (example === "text") {
          return (
            <pre key={index}>
              <LuaCode source={part.source} />
            </pre>
          );
        }
        number += 1;
        return <ExampleCard key={index} {...example(part.title, number, index)} source={part.source} />;
      })}
    </>
  );
}

function partsOrProblem(markdown: string): ReturnType<typeof pageParts> | string {
  try {
    return pageParts(markdown);
  } catch (error) {
    return messageOf(error);
  }
}

interface CardProps {
  /** The example's file name in the editor and in messages, ending in `.lua`. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

/** Edited examples by original text, so they survive Back. Kept until the page is closed. */
const edits = new Map<string, string>();

/** A Lua example: edited and run in place, opened in the editor, copied. */
function ExampleCard({ name, title, source: original }: CardProps) {
  const page = usePage();
  const { playground, openExample } = page;
  const { settings } = playground.settings;
  const job = async (source: string) => ({ name, source, limits: settings.peek().limits });
  const snippet = useSnippet(
    original,
    (source) => startSnippet(playground.run.openBox, () => job(source)),
    edits,
  );
  const { source, running, start, stop } = snippet;
  return (
    <figure class="docs-example">
      <figcaption class="docs-example-head">
        <Button
          icon={running ? Square : Play}
          look="quiet"
          aria-label={`${running ? "Stop" : "Run"}: ${title}`}
          onClick={running ? stop : start}
        >
          {running ? "Stop" : "Run"}
        </Button>
        <Button
          icon={PanelLeftOpen}
          look="quiet"
          aria-label={`Open in editor: ${title}`}
          onClick={() => openExample(name, source, snippet.changed)}
        >
          Open in editor
        </Button>
        {snippet.run !== null && !running && (
          <Button
            icon={Footprints}
            look="quiet"
            aria-label={`Step through in the editor: ${title}`}
            onClick={() =>
              void playground.notices.attempt("step through the example", async () => {
                const { stepThroughExample } = await import("../../steps/step-through");
                stepThroughExample(page, name, source, snippet.changed);
              })
            }
          >
            Steps
          </Button>
        )}
        <span class="pane-spring" />
        {snippet.changed && (
          <Button icon={RotateCcw} look="quiet" aria-label={`Reset: ${title}`} onClick={snippet.reset}>
            Reset
          </Button>
        )}
        <CopyButton label={`Copy: ${title}`} text={() => source} />
      </figcaption>
      <SnippetBody label={`Lua: ${title}`} snippet={snippet} />
    </figure>
  );
}

/**
 * Only what Markdown produces: no images, which would be fetched from elsewhere, and no attribute that names a file, a style or
 * an element of the page.
 */
const MARKDOWN_ONLY = {
  ALLOWED_TAGS: [
    ...[
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "p",
      "br",
      "hr",
      "strong",
      "em",
      "del",
      "code",
      "pre",
      "blockquote",
    ],
    ...["ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td", "#text"],
  ],
  ALLOWED_ATTR: ["href", "title", "align", "start"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|[^a-z]|[a-z.-]+(?:[^a-z.:-]|$))/i,
};

/**
 * HTML made from Markdown, sanitized, then added to the document as nodes. Page names become links, and tables scroll in their
 * own box.
 */
function Prose({ html, page }: { html: string; page: string }) {
  const { docs } = usePlayground();
  const pages = docs.pages.value;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fragment = DOMPurify.sanitize(html, { ...MARKDOWN_ONLY, RETURN_DOM_FRAGMENT: true });
    const own = namesExplainedHere(fragment);
    linkPages(fragment, pages, (name) => name !== page && !own.has(name));
    for (const link of fragment.querySelectorAll("a")) settleLink(link, pages);
    for (const table of fragment.querySelectorAll("table")) boxTable(table);
    for (const code of fragment.querySelectorAll<HTMLElement>(":not(pre) > code")) settleBreaks(code);
    box.current?.replaceChildren(fragment);
  }, [html, page, pages]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-page]") : null;
    const name = link?.getAttribute("data-page");
    if (name === null || name === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    docs.open(name);
  };
  // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are real, so Enter on them arrives as a click.
  // biome-ignore lint/a11y/noStaticElementInteractions: the box only listens for clicks on its links.
  return <div class="docs-prose" ref={box} onClick={follow} />;
}

/** Inline code of up to this many characters stays on one line. */
const SHORT = 20;

/** Keeps short code and names in tables unbroken, and lets longer code break after dots and underscores. */
function settleBreaks(code: HTMLElement): void {
  const text = code.textContent;
  if (text.length <= SHORT) code.className = "is-short";
  else if (code.closest(".docs-wide-table td, .docs-table td:first-child") === null)
    code.replaceChildren(
      ...text
        .split(/(?<=[._])\b/)
        .flatMap((part, at) => (at === 0 ? part : [document.createElement("wbr"), part])),
    );
}

/** Names in the first column of a page's tables (parameters, fields). There they don't refer to pages. */
function namesExplainedHere(fragment: DocumentFragment): ReadonlySet<string> {
  const names = new Set<string>();
  for (const table of fragment.querySelectorAll("table")) {
    const head = table.querySelector("th")?.textContent;
    if (head === "Page" || head === "Function") continue;
    for (const code of table.querySelectorAll("td:first-child > code")) names.add(code.textContent ?? "");
  }
  return names;
}

function linkPages(
  fragment: DocumentFragment,
  pages: readonly DocPage[],
  wanted: (name: string) => boolean,
): void {
  for (const code of fragment.querySelectorAll(":not(pre):not(a) > code")) {
    const name = pageFor(code.textContent ?? "", pages);
    if (name === null || !wanted(name) || !wanted(code.textContent ?? "")) continue;
    const link = document.createElement("a");
    link.href = `#docs/${name}`;
    code.replaceWith(link);
    link.append(code);
  }
}

function settleLink(link: HTMLAnchorElement, pages: readonly DocPage[]): void {
  const href = link.getAttribute("href") ?? "";
  const page = /^[a-z]+:/i.test(href) ? null : pageFor(href, pages);
  if (page !== null) {
    link.dataset.page = page;
    link.href = `#docs/${page}`;
    return;
  }
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

/** Puts a table into a scrolling box. If narrow, a table with three or more columns is shown as a list (docs.css). */
function boxTable(table: HTMLTableElement): void {
  const scroll = document.createElement("div");
  scroll.className = "docs-table";
  // A scrolling box must be reachable by keyboard, so it needs a name.
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  const caption = previousHeading(table) ?? "Table";
  scroll.setAttribute("aria-label", `${caption}, table`);
  table.replaceWith(scroll);
  scroll.append(table);
  const columns = [...table.querySelectorAll("th")].map((head) => head.textContent);
  if (columns.length < 3) return;
  scroll.classList.add("docs-wide-table");
  // Shown as blocks, it would no longer be a table for screen readers.
  table.setAttribute("role", "table");
  for (const row of table.rows) {
    row.setAttribute("role", "row");
    for (const cell of row.cells) {
      cell.setAttribute("role", cell.tagName === "TH" ? "columnheader" : "cell");
      cell.dataset.label = columns[cell.cellIndex] ?? "";
    }
  }
}

function previousHeading(table: Element): string | null {
  for (let at = table.previousElementSibling; at !== null; at = at.previousElementSibling) {
    if (/^H[1-6]$/.test(at.tagName)) return at.textContent;
  }
  return null;
}
