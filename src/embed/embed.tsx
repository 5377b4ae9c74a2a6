import { useEffect, useState } from "preact/hooks";
import type { SharedScript } from "../share/link";
import { messageOf } from "../shared/message-of";
import { failure, type Result } from "../shared/result";
import { EmbedCard } from "./embed-card";
import "./embed.css";

/** What the fragment of `embed.html` carries, as a card; or why it cannot be shown. */
export function Embed() {
  const [link, setLink] = useState<{ readonly hash: string; readonly read: Result<SharedScript> } | null>(
    null,
  );
  useEffect(() => {
    const look = async () => {
      const { hash } = location;
      const read = await readFragment(hash);
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
  return <EmbedCard key={link.hash} shared={link.read.value} />;
}

async function readFragment(hash: string): Promise<Result<SharedScript>> {
  if (hash.length < 2) {
    return failure("This embed has no script. Copy its snippet from the playground’s menu.");
  }
  try {
    const { readLink } = await import("../share/link");
    return await readLink(hash);
  } catch (error) {
    return failure(`Couldn't load this example (${messageOf(error)}). Reload the page.`);
  }
}
