import { useState } from "preact/hooks";
import { counted } from "../../../shared/counted";
import { clip } from "./clip";

const CHARS = 10_000;
const LINES = 400;

/** Text as it is, whitespace kept; a very long one comes in slices, so that showing it never stops the page. */
export function LongText({ text, class: name }: { text: string; class?: string }) {
  const [slices, setSlices] = useState(1);
  const { shown, hidden } = clip(text, CHARS * slices, LINES * slices);
  return (
    <>
      <span class={name}>{shown}</span>
      {hidden > 0 && (
        <button type="button" class="pane-more" onClick={() => setSlices(slices * 4)}>
          Show more ({counted(hidden, "character")} left)
        </button>
      )}
    </>
  );
}
