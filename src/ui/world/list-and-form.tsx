import type { ComponentChildren } from "preact";

interface Props {
  readonly list: ComponentChildren;
  /** Null: no item is open. */
  readonly form: ComponentChildren | null;
  /** Beside the list while no form is open. */
  readonly empty: ComponentChildren;
}

/** A list beside the form of one of its items; where the page is narrow, the form takes the list's place. */
export function ListAndForm({ list, form, empty }: Props) {
  return (
    <div class="world-two" data-open={form !== null}>
      <div class="world-side">{list}</div>
      <div class="world-main">{form ?? <p class="world-empty">{empty}</p>}</div>
    </div>
  );
}
