import { useMemo } from "preact/hooks";
import type { DocPage } from "../../../docs/pages";
import { usePlayground } from "../../page";
import { ExampleCard } from "./example-card";
import { pageParts } from "./page-parts";
import { Prose } from "./prose";

interface PageProps {
  readonly page: DocPage;
}

/** A page rendered: prose, and its Lua blocks as cards that run. */
export function PageView({ page }: PageProps) {
  const { docs } = usePlayground();
  const parts = useMemo(() => pageParts(page.markdown), [page]);
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
            name={exampleName(page, example)}
            title={part.title}
            source={part.source}
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
