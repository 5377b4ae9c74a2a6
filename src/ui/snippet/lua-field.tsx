import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { luaKeysHint, onLuaKey } from "../../editor/lua-keys";
import { LuaCode } from "./lua-code";
import "./lua-field.css";

interface Props {
  readonly label: string;
  readonly source: string;
  readonly readOnly?: boolean;
  /** Lines to highlight, counted from 1. */
  readonly marked?: readonly number[];
  /** Announced along with the keys, for people who cannot see the field. */
  readonly hint?: string;
  onChange(source: string): void;
  onRun(): void;
  onStop(): void;
}

/**
 * Lua that can be edited in place: a real `<textarea>` with invisible letters over the same text in colours. It grows with its
 * content.
 */
export function LuaField({
  label,
  source,
  readOnly = false,
  marked = [],
  hint: more = "",
  onChange,
  onRun,
  onStop,
}: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  // Not a controlled field: setting `value` again would lose the cursor and undo.
  useLayoutEffect(() => {
    if (area.current !== null && area.current.value !== source) area.current.value = source;
  }, [source]);
  return (
    <div class="lua-field" data-keys="own">
      {marked.length > 0 && (
        <div class="lua-field-marks">
          {marked.map((line) => (
            <div key={line} style={{ "--line": line - 1 }} />
          ))}
        </div>
      )}
      {/* A final line break is not rendered, but the field has a line there. */}
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
        readOnly={readOnly}
        defaultValue={source}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => onLuaKey(event, event.currentTarget, { onChange, onRun, onStop })}
      />
      <span id={hint} hidden>
        {readOnly ? "Ctrl Enter runs, Ctrl period stops." : luaKeysHint("field")}
        {more}
      </span>
    </div>
  );
}
