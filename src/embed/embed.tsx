import { useEffect, useState } from "preact/hooks";
import type { EmbedContent } from "../share/embed-files";
import type { EmbedOptions } from "../share/embed-options";
import { messageOf } from "../shared/message-of";
import { failure, type Result } from "../shared/result";
import { EmbedCard } from "./embed-card";
import { setEmbedTheme } from "./embed-theme";
import "./embed.css";

interface ReadEmbed {
  readonly content: EmbedContent;
  readonly options: EmbedOptions;
}

/** The embed in the address of `embed.html` as a card, or why it cannot be shown. */
export function Embed() {
  const [link, setLink] = useState<{ readonly hash: string; readonly read: Result<ReadEmbed> } | null>(null);
  useEffect(() => {
    const look = async () => {
      const { hash, search } = location;
      const read = await readAddress(search, hash);
      // A later fragment may have been read sooner.
      if (hash === location.hash) setLink({ hash, read });
    };
    void look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  if (link === null) return <p class="embed-note">Loading…</p>;
  if (!link.read.ok) {
    return (
      <>
        <h1 class="visually-hidden">Lua example</h1>
        <p class="embed-note" role="alert">
          {link.read.message}
        </p>
      </>
    );
  }
  return <EmbedCard key={link.hash} {...link.read.value} />;
}

async function readAddress(search: string, hash: string): Promise<Result<ReadEmbed>> {
  if (hash.length < 2) {
    return failure(
      "This embed has no script. Copy its HTML from “Embed in a page…” in the playground's menu.",
    );
  }
  try {
    const { misfit, readEmbedFiles, readEmbedOptions } = await import("./read-embed");
    const options = readEmbedOptions(search);
    if (!options.ok) return options;
    setEmbedTheme(options.value.theme);
    const content = await readEmbedFiles(hash);
    if (!content.ok) return content;
    const problem = misfit(options.value, content.value.files);
    if (problem !== null) return failure(problem);
    return { ok: true, value: { content: content.value, options: options.value } };
  } catch (error) {
    return failure(`Couldn't load this example (${messageOf(error)}). Reload the page.`);
  }
}
