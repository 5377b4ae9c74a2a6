import { useEffect, useRef, useState } from "preact/hooks";
import type { WorldState } from "../../integrations/world-simulator";
import { embedFragment, MOST_FILES } from "../../share/embed-files";
import { embedQuery, misfit } from "../../share/embed-options";
import { embedSnippet } from "../../share/embed-snippet";
import { messageOf } from "../../shared/message-of";
import { usePlayground } from "../page";
import { CopyButton } from "../panes/shared/copy-button";
import { LiveFields } from "../parts/form/live-fields";
import { answersOf, embedFields, firstAnswers, optionsOf } from "./embed-form";
import "./embed-builder.css";
import "./sharing.css";

/** Sets up an embed of the current script: a form, a preview, and the HTML to copy. */
export function EmbedBuilder() {
  const { scripts, world } = usePlayground();
  const [first] = useState(() => scripts.current.peek());
  const [answers, setAnswers] = useState(() => firstAnswers(first.id));
  const others = scripts.all.value.filter(({ id }) => id !== first.id);
  const files = [first, ...others.filter(({ id }) => answersOf(answers, id).taken)] as const;
  const options = optionsOf(answers, files);
  const carried = answers.withWorld ? world.present() : null;
  const embed = useEmbedAddress(embedQuery(options), files, carried);
  const problem = misfit(options, files) ?? embed.problem;
  const lines = first.source.trimEnd().split("\n").length - (options.setup[0] ?? 0);
  const title = options.title ?? first.name;
  const html = embedSnippet({ address: embed.address, title, lines, withScript: answers.withScript });
  return (
    <div class="embed-builder">
      <div class="form">
        <LiveFields
          fields={embedFields(first, others.slice(0, MOST_FILES - 1), !world.pristine.value)}
          value={answers}
          save={(change) => {
            setAnswers(change);
            return null;
          }}
        />
      </div>
      <div class="embed-builder-result">
        {problem !== null ? (
          <p role="alert">{problem}</p>
        ) : embed.address === "" ? (
          <p class="note">Loading…</p>
        ) : (
          <>
            <h3>Preview</h3>
            <Preview address={embed.address} />
            <div class="dialog-head">
              <h3>HTML</h3>
              <CopyButton label="Copy the HTML" text={() => html} />
            </div>
            <textarea class="input sharing-link" aria-label="HTML" readOnly rows={6} value={html} />
            <p class="note">
              Paste this into a page. Embeds always run in mock mode and never contain accounts or tokens.
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function Preview({ address }: { address: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const follow = ({ source, data }: MessageEvent) => {
      const height: unknown = data?.type === "lua-agent-playground.height" ? data.height : null;
      if (frame.current === null || source !== frame.current.contentWindow || typeof height !== "number")
        return;
      frame.current.style.height = `${height}px`;
    };
    addEventListener("message", follow);
    return () => removeEventListener("message", follow);
  }, []);
  // A new frame for each address: if only the fragment changed, it would keep what was typed into the old embed.
  return (
    <div class="embed-preview-room">
      <iframe key={address} ref={frame} class="embed-preview" title="Preview of the embed" src={address} />
    </div>
  );
}

/** The address of the embed. It takes a moment to pack, and is empty until then. */
function useEmbedAddress(
  query: string,
  files: Parameters<typeof embedFragment>[0]["files"],
  world: WorldState | null,
): { readonly address: string; readonly problem: string | null } {
  const [packed, setPacked] = useState({ fragment: "", problem: null as string | null });
  const key = files.map(({ name, source }) => `${name}\n${source}`).join("\n\0");
  useEffect(() => {
    let current = true;
    embedFragment({ files, world }).then(
      (fragment) => current && setPacked({ fragment, problem: null }),
      (error: unknown) =>
        current && setPacked({ fragment: "", problem: `Couldn't create the embed: ${messageOf(error)}.` }),
    );
    return () => {
      current = false;
    };
  }, [key, world]);
  const page = new URL("embed.html", new URL(".", location.href)).href;
  return { address: packed.fragment === "" ? "" : page + query + packed.fragment, problem: packed.problem };
}
