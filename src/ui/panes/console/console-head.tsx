import { Search, Trash2 } from "lucide";
import { count, counted } from "../../../shared/counted";
import { usePlayground } from "../../page";
import { Icon } from "../../parts/icon";
import { CopyButton } from "../shared/copy-button";

import type { ConsoleFilter } from "./use-filter";

/** The console's controls: filter with its count, copy, clear. */
export function ConsoleHead({ filter }: { filter: ConsoleFilter }) {
  const playground = usePlayground();
  const { output } = playground.run;
  const { scan } = filter;
  return (
    <div class="pane-head">
      <div class="pane-search">
        <Icon node={Search} size={14} />
        <input
          class="pane-field"
          type="search"
          placeholder="Filter"
          aria-label="Filter the output"
          value={filter.query}
          onInput={(event) => filter.set(event.currentTarget.value)}
        />
      </div>
      <span class="pane-note" role="status">
        {scan !== null &&
          `${count(scan.count)} of ${counted(output.count(), "entry", "entries")}${filter.searching ? ", searching…" : ""}`}
      </span>
      <span class="pane-spring" />
      <CopyButton label="Copy all output" text={() => output.text()} />
      <button
        type="button"
        class="pane-button pane-button-icon"
        aria-label="Clear the console"
        title="Clear the console"
        disabled={output.count() === 0}
        onClick={() => output.clear()}
      >
        <Icon node={Trash2} size={14} />
      </button>
    </div>
  );
}
