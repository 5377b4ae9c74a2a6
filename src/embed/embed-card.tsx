import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { EmbedContent } from "../share/embed-files";
import type { EmbedOptions } from "../share/embed-options";
import { TabList, TabPanel } from "../ui/parts/tabs";
import "../ui/panes/shared/shared.css";
import { createEmbedRuns } from "./embed-run";
import { EmbedScript } from "./embed-script";

/** Scripts on another site's page: edit, run, stop, reset, and the way to the playground. It keeps nothing. */
export function EmbedCard({ content, options }: { content: EmbedContent; options: EmbedOptions }) {
  const runs = useMemo(createEmbedRuns, []);
  const [shown, show] = useState("file-0");
  const card = useRef<HTMLElement>(null);
  const seen = useSeen(card);
  const { files, world } = content;
  const [first] = files;
  const isOne = files.length === 1;
  const title = options.title ?? (isOne ? null : "Lua example");
  return (
    <section
      class="embed"
      ref={card}
      aria-label={title ?? first.name}
      onPointerEnter={() => runs.preload()}
      onFocusIn={() => runs.preload()}
    >
      {(options.title !== null || !isOne) && (
        <h1 class={options.title === null ? "visually-hidden" : "embed-title"}>{title}</h1>
      )}
      {!isOne && (
        <TabList
          label="Files"
          tabs={files.map(({ name }, index) => ({ id: `file-${index}`, label: name }))}
          current={shown}
          onSelect={show}
        />
      )}
      {files.map((file, index) => {
        const script = (
          <EmbedScript
            file={file}
            world={world}
            runs={runs}
            named={isOne ? (title === null ? "heading" : "text") : "by its tab"}
            readOnly={options.readOnly}
            phoneBeside={options.phoneBeside}
            setup={options.setup[index] ?? 0}
            highlight={options.highlight[index] ?? []}
            runNow={options.autoRun && index === 0 && seen}
          />
        );
        if (isOne) return script;
        const id = `file-${index}`;
        return (
          <TabPanel key={id} id={id} label={file.name} shown={id === shown}>
            {script}
          </TabPanel>
        );
      })}
    </section>
  );
}

/** Whether the element has come into view. Inside a frame the page's window counts, so a long page runs what its reader reaches. */
function useSeen(element: { readonly current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return seen;
}
