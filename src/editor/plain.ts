/** A script editor over a real `<textarea>`: there at once, and all there is on phones and when Monaco cannot load. */
import "./editor.css";
import type { EditorOptions, EditorView, ScriptEditor, ScriptMarker } from "./editor";
import { lineHeight, PADDING } from "./editor";
import { applyEdit, luaKeysHint, onLuaKey, placeAfter } from "./lua-keys";

export interface PlainEditor extends ScriptEditor {
  view(): EditorView;
  /** True while an input method is putting a character together: replacing the field would lose it. */
  composing(): boolean;
  /** Calls once, when no character is being put together any more. */
  whenComposed(callback: () => void): void;
}

interface Field {
  readonly area: HTMLTextAreaElement;
  /** The text as given; a textarea turns `\r\n` into `\n`, which is no edit. */
  given: { readonly source: string; readonly value: string };
  /** The text that was last asked about, and its number. */
  version: { readonly text: string; readonly number: number };
  readonly id: string;
  scrollTop: number;
}

const HINT = luaKeysHint("editor");
const plainEditors = new WeakMap<ScriptEditor, PlainEditor>();

/** The plain editor behind a script editor; null when it is another one. */
export function asPlain(editor: ScriptEditor): PlainEditor | null {
  return plainEditors.get(editor) ?? null;
}

/** Shows a script in a textarea that fills `host`. */
export function createPlainEditor(
  host: HTMLElement,
  source: { readonly id: string; readonly text: string },
  options: EditorOptions,
): PlainEditor {
  let look = { fontSize: options.fontSize, wordWrap: options.wordWrap };
  let markers: readonly ScriptMarker[] = [];
  let lastCaret = -1;
  const fields = new Map<string, Field>();
  const listeners = new AbortController();
  const waiting: (() => void)[] = [];
  let composing = false;
  let versions = 0;

  const root = document.createElement("div");
  root.className = "script-editor";
  const highlights = document.createElement("div");
  const hint = document.createElement("div");
  hint.className = "script-editor-hint";
  hint.id = `script-editor-hint-${source.id}`;
  hint.textContent = HINT;
  root.append(highlights, hint);
  host.classList.add("script-editor-host");
  host.append(root);

  let field = makeField(source.id, source.text);

  function makeField(id: string, text: string): Field {
    const area = document.createElement("textarea");
    area.setAttribute("aria-label", options.label);
    area.setAttribute("aria-describedby", hint.id);
    area.spellcheck = false;
    area.autocapitalize = "off";
    area.setAttribute("autocomplete", "off");
    area.setAttribute("autocorrect", "off");
    const made: Field = {
      area,
      given: { source: text, value: "" },
      version: { text: "", number: 0 },
      id,
      scrollTop: 0,
    };
    setText(made, text);
    const on = { signal: listeners.signal };
    area.addEventListener(
      "input",
      () => {
        mark([]);
        options.onChange(area.value);
        reportCaret();
      },
      on,
    );
    area.addEventListener("keydown", (event) => onLuaKey(event, area, { onChange: options.onChange }), on);
    area.addEventListener("scroll", () => place(), on);
    area.addEventListener(
      "compositionstart",
      () => {
        composing = true;
      },
      on,
    );
    area.addEventListener(
      "compositionend",
      () => {
        composing = false;
        // Behind the input event that the composition ends with.
        setTimeout(() => {
          for (const callback of waiting.splice(0)) callback();
        });
      },
      on,
    );
    fields.set(id, made);
    root.append(area);
    style(made);
    return made;
  }

  function setText(target: Field, text: string): void {
    target.area.value = text;
    target.given = { source: text, value: target.area.value };
    target.area.setSelectionRange(0, 0);
  }

  function style({ area }: Field): void {
    area.style.fontSize = `${look.fontSize}px`;
    area.style.lineHeight = `${lineHeight(look.fontSize)}px`;
    area.wrap = look.wordWrap ? "soft" : "off";
    area.style.overflowX = look.wordWrap ? "hidden" : "auto";
  }

  /** Puts the marked lines behind the text. With wrapped lines their place is not known: none are shown. */
  function place(): void {
    const height = lineHeight(look.fontSize);
    highlights.replaceChildren(
      ...(look.wordWrap ? [] : markers).map(({ line }) => {
        const mark = document.createElement("div");
        mark.className = "script-editor-line";
        mark.style.top = `${PADDING + (line - 1) * height - field.area.scrollTop}px`;
        mark.style.height = `${height}px`;
        return mark;
      }),
    );
  }

  function mark(next: readonly ScriptMarker[]): void {
    markers = next;
    if (next.length === 0) field.area.removeAttribute("aria-invalid");
    else field.area.setAttribute("aria-invalid", "true");
    hint.textContent = [...next.map(({ line, message }) => `Line ${line}: ${message}.`), HINT].join(" ");
    place();
  }

  function reportCaret(): void {
    const offset = caret();
    if (offset === lastCaret) return;
    lastCaret = offset;
    options.onCaret(offset);
  }

  function caret(): number {
    const { selectionStart, selectionEnd, selectionDirection } = field.area;
    return selectionDirection === "backward" ? selectionStart : selectionEnd;
  }

  document.addEventListener(
    "selectionchange",
    () => {
      if (document.activeElement === field.area) reportCaret();
    },
    { signal: listeners.signal },
  );

  const editor: PlainEditor = {
    open(id, text) {
      const focused = document.activeElement === field.area;
      field.scrollTop = field.area.scrollTop;
      field.area.hidden = true;
      const kept = fields.get(id);
      field = kept ?? makeField(id, text);
      if (kept !== undefined && editor.source() !== text) setText(kept, text);
      field.area.hidden = false;
      field.area.scrollTop = field.scrollTop;
      if (focused) field.area.focus();
      mark([]);
    },
    close(id) {
      const closed = fields.get(id);
      if (closed === undefined) return;
      fields.delete(id);
      // The one in sight stays until another is opened.
      if (closed !== field) closed.area.remove();
      else queueMicrotask(() => closed !== field && closed.area.remove());
    },
    source() {
      return field.area.value === field.given.value ? field.given.source : field.area.value;
    },
    text() {
      const { area } = field;
      if (area.value !== field.version.text) field.version = { text: area.value, number: ++versions };
      const { text, number } = field.version;
      return { id: `plain:${field.id}`, version: number, text: () => text };
    },
    async format(quiet = false) {
      const formatted = field;
      const before = formatted.area.value;
      const answer = await options.language.ask("format", editor.text(), { start: 0, end: before.length });
      if (answer === null || field !== formatted || formatted.area.value !== before) return;
      if (!answer.ok) return quiet ? undefined : options.say(answer.message);
      if (answer.value === before) return;
      const at = placeAfter(before, answer.value, caret());
      applyEdit(
        formatted.area,
        { start: 0, end: before.length, text: answer.value, anchor: at, head: at },
        options.onChange,
      );
    },
    mark,
    reveal(line) {
      const lines = field.area.value.split("\n");
      const at = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      field.area.focus();
      field.area.setSelectionRange(at, at + (lines[line - 1]?.length ?? 0));
      const top = PADDING + (line - 1) * lineHeight(look.fontSize);
      field.area.scrollTop = Math.max(0, top - field.area.clientHeight / 2);
      reportCaret();
    },
    caret,
    setCaret(offset) {
      field.area.setSelectionRange(offset, offset);
    },
    focus() {
      field.area.focus();
    },
    update({ fontSize, wordWrap }) {
      look = { fontSize: fontSize ?? look.fontSize, wordWrap: wordWrap ?? look.wordWrap };
      for (const each of fields.values()) style(each);
      place();
    },
    view() {
      const { selectionStart, selectionEnd, scrollTop } = field.area;
      const head = caret();
      const anchor = head === selectionStart ? selectionEnd : selectionStart;
      return { anchor, head, scrollTop, focused: document.activeElement === field.area };
    },
    composing: () => composing,
    whenComposed(callback) {
      waiting.push(callback);
    },
    dispose() {
      listeners.abort();
      root.remove();
    },
  };
  plainEditors.set(editor, editor);
  return editor;
}
