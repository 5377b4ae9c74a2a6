/** A script editor over a real `<textarea>`: available at once, and the only editor on phones or if Monaco cannot load. */
import "./code-colours.css";
import "./editor.css";
import { colouredNames } from "../language/painted-line";
import { cleaningFix, PASTED } from "./cleaning-fix";
import { colouredText } from "./coloured-text";
import type { EditorOptions, EditorView, ScriptEditor, ScriptMarker } from "./editor";
import { lineHeight, PADDING } from "./editor";
import { applyEdit, luaKeysHint, onLuaKey, placeAfter } from "./lua-keys";

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

/** Longer scripts are shown without colours and don't wrap, since both take too long. */
const MOST_COLOURED = 300_000;

/**
 * Shows a script in a textarea that fills `host`. If the page's first frame has put one there, which may have been typed into
 * by now, that one is reused.
 */
export function createPlainEditor(
  host: HTMLElement,
  source: { readonly id: string; readonly text: string },
  options: EditorOptions,
): PlainEditor {
  let look: Look = options;
  let markers: readonly ScriptMarker[] = [];
  let lastCaret = -1;
  let versions = 0;
  let composing = false;
  /** Whether a line was marked that may be scrolled out of view to the left. */
  let scrolledOff = false;
  /** Repositions what is drawn of a run's steps. */
  let onPlaced = () => {};
  const waiting: (() => void)[] = [];
  const fields = new Map<string, Field>();

  const root = host.querySelector<HTMLElement>(".script-editor") ?? document.createElement("div");
  root.className = "script-editor";
  const pre = root.querySelector<HTMLElement>(".script-colours") ?? document.createElement("pre");
  pre.className = "script-colours";
  pre.ariaHidden = "true";
  const first = root.querySelector("textarea");
  const colours = colouredText(pre, first?.defaultValue ?? "");
  const highlights = document.createElement("div");
  const hint = document.createElement("div");
  hint.className = "visually-hidden";
  hint.id = `script-editor-hint-${source.id}`;
  hint.textContent = HINT;
  root.prepend(highlights, pre);
  root.append(hint);
  host.classList.add("script-editor-host");
  host.append(root);

  let namesTimer: ReturnType<typeof setTimeout> | undefined;
  let field = makeField(source.id, source.text, first);
  const typedEarly = first !== null && takeUp(first);

  const listening = new AbortController();
  const on = { signal: listening.signal };
  root.addEventListener("input", changed, on);
  root.addEventListener("keydown", (event) => onLuaKey(event, field.area, { onChange: changed }), on);
  root.addEventListener("paste", (event) => void offerCleaning(event), on);
  // Scrolling does not bubble.
  root.addEventListener("scroll", place, { ...on, capture: true });
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
    place();
  };
  document.addEventListener("selectionchange", onSelection, on);
  root.addEventListener("focusin", place, on);
  root.addEventListener("focusout", place, on);
  if (first === null) paint();
  setLook();
  if (typedEarly) changed();
  // A hidden field has no size and can't scroll. Lines wrap elsewhere as the gutter gets wider.
  const resized = new ResizeObserver(place);
  resized.observe(root);
  resized.observe(pre);

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
    if (!same || value !== defaultValue || pre.children.length < value.split("\n").length) paint();
    return same && value !== defaultValue;
  }

  /** Colours the text, and after a pause in typing the names that need the analyser. */
  function paint(): void {
    const { value } = field.area;
    clearTimeout(namesTimer);
    if (setClasses()) return;
    colours.show(value);
    namesTimer = setTimeout(async () => {
      const asked = field;
      const { version } = asked;
      const tokens = await options.language.ask("semanticTokens", editor.text());
      if (tokens === null || field !== asked || asked.version !== version) return;
      colours.show(value, colouredNames(tokens));
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

  /** Offers to clean pasted text. The text around it is left alone, so only marks inside it count. */
  async function offerCleaning(event: ClipboardEvent): Promise<void> {
    const pasted = field;
    const from = pasted.area.selectionStart;
    const length = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").length ?? 0;
    // The text is inserted after this event.
    await new Promise((resolve) => setTimeout(resolve));
    const before = pasted.area.value;
    const marks = (await options.language.ask("diagnostics", editor.text())) ?? [];
    const cleaning = cleaningFix(marks.filter(({ start, end }) => end >= from && start <= from + length));
    if (cleaning === null || field !== pasted || pasted.area.value !== before) return;
    const run = () => {
      if (field !== pasted || pasted.area.value !== before) return;
      const text = cleaning.edits
        .toSorted((a, b) => b.start - a.start)
        .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), before);
      pasted.area.focus();
      const change = { start: 0, end: before.length, text, anchor: text.length, head: text.length };
      applyEdit(pasted.area, change, options.onChange);
    };
    options.say(PASTED, { label: cleaning.title, run });
  }

  /** The top of a 1-based line, and behind the last line its bottom. Wrapped lines are measured in their coloured copy. */
  function topOf(line: number): number {
    const height = lineHeight(look.fontSize);
    if (!isWrapped()) return PADDING + (line - 1) * height;
    const { top, bottom } = pre.getBoundingClientRect();
    const at = pre.children[line - 1]?.getBoundingClientRect().top ?? bottom - PADDING;
    // Letters begin a little below the top of their row.
    return PADDING + Math.round((at - top - PADDING) / height) * height;
  }

  /** Draws the marked lines behind the text. */
  function place(): void {
    if (scrolledOff && field.area.clientWidth > 0) {
      scrolledOff = false;
      if (document.activeElement !== field.area) field.area.scrollLeft = 0;
    }
    const { scrollTop, scrollLeft, clientWidth } = field.area;
    pre.style.transform = `translate3d(${-scrollLeft}px, ${-scrollTop}px, 0)`;
    pre.style.setProperty("--scrolled", `${scrollLeft}px`);
    pre.classList.toggle("is-scrolled", scrollLeft > 0);
    pre.style.width = isWrapped() ? `${clientWidth}px` : "";
    const lines = markers.map(({ line }) => lineBar("script-editor-line", line, scrollTop));
    highlights.replaceChildren(...currentLine(scrollTop), ...lines);
    onPlaced();
  }

  /** The bar behind the cursor's line while the person is typing. */
  function currentLine(scrollTop: number): readonly HTMLElement[] {
    pre.querySelector(".is-current")?.classList.remove("is-current");
    const { value, selectionStart, selectionEnd } = field.area;
    if (document.activeElement !== field.area) return [];
    const line = value.slice(0, caret()).split("\n").length;
    pre.children[line - 1]?.classList.add("is-current");
    if (selectionStart !== selectionEnd) return [];
    return [lineBar("script-editor-current", line, scrollTop)];
  }

  /** The bar behind a line. */
  function lineBar(name: string, line: number, scrollTop: number): HTMLElement {
    const bar = document.createElement("div");
    const top = topOf(line);
    bar.className = name;
    bar.style.top = `${top - scrollTop}px`;
    bar.style.height = `${topOf(line + 1) - top}px`;
    return bar;
  }

  function mark(next: readonly ScriptMarker[]): void {
    markers = next;
    scrolledOff = next.length > 0;
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

  function setLook(): void {
    root.style.setProperty("--code-size", `${look.fontSize}px`);
    root.style.setProperty("--code-height", `${lineHeight(look.fontSize)}px`);
    setClasses();
    place();
  }

  /** Returns whether the script is too long for colours. */
  function setClasses(): boolean {
    const long = field.area.value.length > MOST_COLOURED;
    root.classList.toggle("is-raw", long);
    root.classList.toggle("is-wrapped", look.wordWrap && !long);
    return long;
  }

  function isWrapped(): boolean {
    return root.classList.contains("is-wrapped");
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
        {
          root,
          area: () => field.area,
          topOf,
          onMoved(placeSteps) {
            onPlaced = placeSteps;
          },
        },
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
      field.area.scrollTo(0, topOf(line) - field.area.clientHeight / 2);
      reportCaret();
    },
    caret,
    setCaret: (offset) => field.area.setSelectionRange(offset, offset),
    focus() {
      withKeyboard();
      field.area.focus();
    },
    update(change) {
      look = { ...look, ...change };
      setLook();
    },
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
      root.remove();
    },
  };
  return editor;
}

type Look = Pick<EditorOptions, "fontSize" | "wordWrap">;

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
