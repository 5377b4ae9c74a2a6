import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { indent, newline, type PlainEdit } from "../../editor/plain-keys";
import { LuaCode } from "./lua-code";
import "./lua-field.css";

interface Props {
  readonly label: string;
  readonly source: string;
  onChange(source: string): void;
  onRun(): void;
  onStop(): void;
}

/**
 * Lua text that can be edited where it stands: a real `<textarea>` whose own letters are invisible, over the same text in
 * colours. It grows with what is in it.
 */
export function LuaField({ label, source, onChange, onRun, onStop }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  // Not by the `value` attribute of a controlled field: setting it anew would lose caret and undo.
  useLayoutEffect(() => {
    if (area.current !== null && area.current.value !== source) area.current.value = source;
  }, [source]);
  const apply = (edit: PlainEdit | null) => {
    const field = area.current;
    if (edit === null || field === null) return;
    field.setSelectionRange(edit.start, edit.end);
    // Keeps the browser's undo; where it is refused the text is set without.
    if (!document.execCommand("insertText", false, edit.text)) {
      field.setRangeText(edit.text, edit.start, edit.end, "end");
      onChange(field.value);
    }
    field.setSelectionRange(edit.anchor, edit.head);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    if (event.isComposing || event.altKey) return;
    const { value, selectionStart: start, selectionEnd: end } = event.currentTarget;
    const mod = event.ctrlKey || event.metaKey;
    const act = (action: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    if (mod && event.key === "Enter") act(onRun);
    else if (mod && event.key === ".") act(onStop);
    else if (mod && event.key === "]") act(() => apply(indent(value, start, end, 1)));
    else if (mod && event.key === "[") act(() => apply(indent(value, start, end, -1)));
    else if (!mod && !event.shiftKey && event.key === "Enter") act(() => apply(newline(value, start, end)));
  };
  return (
    <div class="lua-field" data-keys="own">
      {/* The last line break shows as nothing, and the field has a line there. */}
      <pre class="lua-field-colours" aria-hidden="true">
        <LuaCode source={`${source}\n`} />
      </pre>
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={hint}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        defaultValue={source}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span id={hint} hidden>
        Tab leaves the field. Ctrl ] and Ctrl [ indent. Ctrl Enter runs, Ctrl period stops.
      </span>
    </div>
  );
}
