/** A script editor over a real `<textarea>`: available at once, and the only editor on phones or if Monaco cannot load. */
import "./code-colours.css";
import "./editor.css";
import { colouredNames } from "../language/painted-line";
import type { EditorOptions, EditorView, ScriptEditor, ScriptMarker } from "./editor";
import { applyEdit, luaKeysHint, onLuaKey, placeAfter } from "./lua-keys";
import { caretOf, plainLayer } from "./plain-layer";
import { offerAfterPlainPaste } from "./plain-paste";

export interface PlainEditor extends ScriptEditor {
  view(): EditorView;
  /** Resolves when no input method is composing a character, which replacing the field would lose. */
  composed(): Promise<void>;
}

interface Field {
  readonly id: string;
  readonly area: HTMLTextAreaElement;
  /** The original text. A textarea turns `\r\n` into `\n`, which is not an edit. */
  given: { readonly source: string; readonly value: string };
  /** The text's version. No two texts of the editor share one. */
  version: number;
  scrollTop: number;
}

const HINT = luaKeysHint("editor");

/** Milliseconds from the last key to the colours that need the analyser. */
const NAMES_DELAY = 300;

/**
 * Shows a script in a textarea that fills `host`. If the page's first frame has put one there, which may have been typed into
 * by now, that one is reused.
 */
export function createPlainEditor(
  host: HTMLElement,
  source: { readonly id: string; readonly text: string },
  options: EditorOptions,
): PlainEditor {
  let lastCaret = -1;
  let versions = 0;
  let composing = false;
  const waiting: (() => void)[] = [];
  const fields = new Map<string, Field>();

  const root = host.querySelector<HTMLElement>(".script-editor") ?? document.createElement("div");
  root.className = "script-editor";
  const first = root.querySelector("textarea");
  const hint = document.createElement("div");
  hint.className = "visually-hidden";
  hint.id = `script-editor-hint-${source.id}`;
  hint.textContent = HINT;
  root.append(hint);
  host.classList.add("script-editor-host");
  host.append(root);

  let namesTimer: ReturnType<typeof setTimeout> | undefined;
  let field = makeField(source.id, source.text, first);
  const layer = plainLayer(root, () => field.area, options, first?.defaultValue ?? "");
  const typedEarly = first !== null && takeUp(first);

  const listening = new AbortController();
  const on = { signal: listening.signal };
  root.addEventListener("input", changed, on);
  root.addEventListener("keydown", (event) => onLuaKey(event, field.area, { onChange: changed }), on);
  root.addEventListener(
    "paste",
    (event) => void offerAfterPlainPaste(event, field.area, editor.text, options),
    on,
  );
  // Scrolling does not bubble.
  root.addEventListener("scroll", layer.place, { ...on, capture: true });
  const compose = (now: boolean) => {
    composing = now;
    // After the input event that ends the composition.
    if (now) return;
    setTimeout(() => {
      for (const resolve of waiting.splice(0)) resolve();
    });
  };
  root.addEventListener("pointerdown", withKeyboard, on);
  root.addEventListener("compositionstart", () => compose(true), on);
  root.addEventListener("compositionend", () => compose(false), on);
  const onSelection = () => {
    if (document.activeElement !== field.area) return;
    reportCaret();
    layer.place();
  };
  document.addEventListener("selectionchange", onSelection, on);
  root.addEventListener("focusin", layer.place, on);
  root.addEventListener("focusout", layer.place, on);
  if (first === null) paint();
  layer.setLook({});
  if (typedEarly) changed();

  function makeField(id: string, text: string, there: HTMLTextAreaElement | null = null): Field {
    const area = makeArea(options.label, hint.id, there ?? document.createElement("textarea"));
    const made: Field = { id, area, given: { source: text, value: "" }, version: 0, scrollTop: 0 };
    if (there === null) setText(made, text);
    fields.set(id, made);
    if (there === null) root.append(area);
    return made;
  }

  function withKeyboard(): void {
    field.area.inputMode = "";
  }

  /** Continues with the first frame's text area. Returns whether this script has been typed into. */
  function takeUp(area: HTMLTextAreaElement): boolean {
    const { value, defaultValue } = area;
    const same = defaultValue === source.text.replace(/\r\n?/g, "\n");
    if (!same) setText(field, source.text);
    else field.given = { source: source.text, value: defaultValue };
    if (!same || value !== defaultValue || layer.painted() < value.split("\n").length) paint();
    return same && value !== defaultValue;
  }

  /** Colours the text, and after a pause in typing the names that need the analyser. */
  function paint(): void {
    clearTimeout(namesTimer);
    if (!layer.paint()) return;
    namesTimer = setTimeout(async () => {
      const asked = field;
      const { version } = asked;
      const tokens = await options.language.ask("semanticTokens", editor.text());
      if (tokens === null || field !== asked || asked.version !== version) return;
      layer.paint(colouredNames(tokens));
    }, NAMES_DELAY);
  }

  function setText(target: Field, text: string): void {
    target.area.value = text;
    target.given = { source: text, value: target.area.value };
    target.version = ++versions;
    target.area.setSelectionRange(0, 0);
  }

  function changed(): void {
    field.version = ++versions;
    paint();
    mark([]);
    options.onChange(field.area.value);
    reportCaret();
  }

  function mark(next: readonly ScriptMarker[]): void {
    if (next.length === 0) field.area.removeAttribute("aria-invalid");
    else field.area.setAttribute("aria-invalid", "true");
    hint.textContent = [...next.map(({ line, message }) => `Line ${line}: ${message}.`), HINT].join(" ");
    layer.mark(next);
  }

  function reportCaret(): void {
    const offset = caret();
    if (offset === lastCaret) return;
    lastCaret = offset;
    options.onCaret(offset);
  }

  function caret(): number {
    return caretOf(field.area);
  }

  const editor: PlainEditor = {
    open(id, text) {
      const focused = document.activeElement === field.area;
      field.scrollTop = field.area.scrollTop;
      field.area.hidden = true;
      const kept = fields.get(id);
      field = kept ?? makeField(id, text);
      if (kept !== undefined && editor.source() !== text) setText(kept, text);
      paint();
      field.area.hidden = false;
      field.area.scrollTop = field.scrollTop;
      if (focused) field.area.focus();
      mark([]);
    },
    source: () => (field.area.value === field.given.value ? field.given.source : field.area.value),
    text() {
      const text = field.area.value;
      return { id: `plain:${field.id}`, version: field.version, text: () => text };
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
    async stepMarks(events) {
      const { stepsInPlain } = await import("./steps-plain");
      return stepsInPlain(
        { root, area: () => field.area, topOf: layer.topOf, onMoved: layer.onPlaced },
        events,
      );
    },
    reveal(line) {
      const lines = field.area.value.split("\n");
      const at = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      // For reading at first: a phone's keyboard would cover half of the script. It opens with a tap.
      field.area.inputMode = "none";
      field.area.focus();
      field.area.setSelectionRange(at, at + (lines[line - 1]?.length ?? 0));
      field.area.scrollTo(0, layer.topOf(line) - field.area.clientHeight / 2);
      reportCaret();
    },
    caret,
    setCaret: (offset) => field.area.setSelectionRange(offset, offset),
    focus() {
      withKeyboard();
      field.area.focus();
    },
    update: layer.setLook,
    view() {
      const { selectionStart, selectionEnd, scrollTop } = field.area;
      const head = caret();
      const anchor = head === selectionStart ? selectionEnd : selectionStart;
      return { anchor, head, scrollTop, focused: document.activeElement === field.area };
    },
    async composed() {
      if (composing) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    dispose() {
      listening.abort();
      clearTimeout(namesTimer);
      layer.dispose();
      root.remove();
    },
  };
  return editor;
}

function makeArea(label: string, hint: string, area: HTMLTextAreaElement): HTMLTextAreaElement {
  const attributes = {
    "aria-label": label,
    "aria-describedby": hint,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    autocorrect: "off",
  };
  for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, value);
  return area;
}
