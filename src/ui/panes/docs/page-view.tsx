import { useMemo } from "preact/hooks";
import type { Playground } from "../../../app/playground";
import type { DocPage } from "../../../docs/pages";
import { ExampleCard } from "./example-card";
import { pageParts } from "./page-parts";
import { Prose } from "./prose";

interface PageProps {
  readonly playground: Playground;
  readonly page: DocPage;
  onOpenScript(name: string, source: string): void;
}

/** A page rendered: prose, and its Lua blocks as cards that run. */
export function PageView({ playground, page, onOpenScript }: PageProps) {
  const parts = useMemo(() => pageParts(page.markdown), [page]);
  const { docs } = playground;
  let example = 0;
  return (
    <article class="docs-article" aria-label={page.title}>
      {parts.map((part, index) => {
        if (part.kind === "html") {
          return (
            <Prose
              key={`${page.name}.${index}`}
              html={part.html}
              page={page.name}
              pages={docs.pages.value}
              onOpen={(name) => docs.open(name)}
            />
          );
        }
        example += 1;
        return (
          <ExampleCard
            key={`${page.name}.${index}`}
            playground={playground}
            name={exampleName(page, example)}
            title={part.title}
            source={part.source}
            onOpenScript={onOpenScript}
          />
        );
      })}
    </article>
  );
}

/** `send-message-2.lua`: the page's short name and the example's number on it. */
function exampleName(page: DocPage, number: number): string {
  const short = page.name.slice(page.name.lastIndexOf(".") + 1).replaceAll("_", "-");
  return `${short}-${number}.lua`;
}
