import type { LineRange } from "../share/embed-options";
import { LuaField } from "../ui/snippet/lua-field";
import "./numbered-field.css";

interface Props extends Omit<Parameters<typeof LuaField>[0], "marked" | "hint"> {
  /** The number of the first line; `null` for none. */
  readonly numbersFrom: number | null;
  /** How many lines of the file are not in the field. */
  readonly setup: number;
  /** The lines of the file as it came. */
  readonly original: readonly string[];
  readonly highlight: readonly LineRange[];
}

/** A field for Lua text with line numbers and highlighted lines. A line that was changed or moved is highlighted no longer. */
export function NumberedField({ numbersFrom, setup, original, highlight, ...field }: Props) {
  const lines = field.source.split("\n");
  const isMarked = (number: number) =>
    lines[number - setup - 1] === original[number - 1] &&
    highlight.some(({ from, to }) => from <= number && number <= to);
  const marked = lines.flatMap((_, index) => (isMarked(index + setup + 1) ? [index + 1] : []));
  const numbers = marked.map((line) => line + setup).join(", ");
  const hint = numbers === "" ? "" : ` Highlighted: line ${numbers}.`;
  const text = <LuaField {...field} marked={marked} hint={hint} />;
  if (numbersFrom === null) return text;
  return (
    <div class="lua-numbered">
      <LineNumbers from={numbersFrom} count={lines.length} />
      {text}
    </div>
  );
}

/** Line numbers beside a text. */
export function LineNumbers({ from, count }: { from: number; count: number }) {
  return (
    <pre class="lua-numbers" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => from + index).join("\n")}
    </pre>
  );
}
