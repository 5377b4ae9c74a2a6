import { parseJson } from "../../../shared/json";
import { CopyButton } from "../shared/copy-button";
import { LongText } from "../shared/long-text";
import { Tree } from "../shared/tree";
import { jsonTree } from "../shared/tree-model";

/** A request's or response's body: JSON as a tree, anything else as text, with a copy button. */
export function BodyView({ body, label }: { body: string; label: string }) {
  if (body === "") return <p class="pane-note">Empty body.</p>;
  const value = parseJson(body);
  return (
    <div class="calls-box">
      <div class="calls-box-copy">
        <CopyButton
          label={label}
          text={() => (value === undefined ? body : JSON.stringify(value, null, 2))}
        />
      </div>
      {value === undefined ? (
        <LongText class="calls-text" text={body} />
      ) : (
        <Tree value={jsonTree(value, 0)} />
      )}
    </div>
  );
}
