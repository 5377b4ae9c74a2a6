/** The script editor over Monaco. The page loads this module lazily. Nothing else may import Monaco. */
import "./monaco-features";
import "./code-colours.css";
import "./editor.css";
import "./monaco.css";
import { editor, KeyCode, KeyMod, languages, Range } from "monaco-editor/editor";
import { SuggestController } from "monaco-editor/editor/contrib/suggest/browser/suggestController";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { StandaloneServices } from "monaco-editor/editor/standalone/browser/standaloneServices";
import { IStorageService } from "monaco-editor/platform/storage/common/storage";
import { MOD } from "../shared/chords";
import { deferred } from "../shared/deferred";
import { modelHelp, textOf as versionOf } from "./ask";
import type { FullEditorOptions, SuccessorEditor } from "./editor";
import { keptModels, sourceOf } from "./kept-models";
import { registerLua, showTheme } from "./language-adapter";
import { LUA, ownBrackets } from "./lua-grammar";
import { isFixable, markDiagnostics, onDocsLink } from "./marks-adapter";
import { choiceOptions, lookOptions, monacoOptions, motionOptions } from "./monaco-options";
import { closeWithNothingToAdd } from "./nothing-to-add";
import { offerAfterPaste } from "./paste-offer";
import { onThemeChange, themeFor } from "./themes";
import { indentPastes, leaveByEscapeTab, registerTyping } from "./typing";

/** Class of the lightbulb beside a line. */
const QUICK_FIX = "quick-fix";

/** Milliseconds from the last key to new marks, so nothing is marked in the middle of a word. */
const CHECK_DELAY = 150;

/** Milliseconds to wait for the colours of names. */
const PATIENCE = 4_000;
/** Milliseconds to wait until they have been painted. */
const PAINT = 50;

let prepared = false;

/** Prepares Monaco for Lua: worker, grammar, keys. Does nothing if called again. */
export function prepareMonaco(): void {
  if (prepared) return;
  prepared = true;
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  registerLua();
  registerTyping();
  tellListSize();
  editor.addKeybindingRules([
    { keybinding: KeyMod.Alt | KeyCode.Enter, command: "editor.action.quickFix", when: "editorTextFocus" },
    // Monaco's key for it on Linux, Ctrl+Shift+I, opens the browser's developer tools.
    { keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyI, command: "-editor.action.formatDocument" },
    {
      keybinding: KeyMod.Alt | KeyMod.Shift | KeyCode.KeyF,
      command: "editor.action.formatDocument",
      when: "editorTextFocus",
    },
  ]);
}

/**
 * Stores an empty size for the list of completions. Monaco reads it at every letter and, if nothing is stored, parses an empty
 * string. That throws, and for the stack trace the browser parses parts of Monaco again.
 */
function tellListSize(): void {
  const key = `suggestWidget.size/${editor.EditorType.ICodeEditor}/false`;
  StandaloneServices.get(IStorageService).store(key, "{}", 0, 1);
}

/** Shows a script in a Monaco editor that fills `host`. */
export function createScriptEditor(
  host: HTMLElement,
  source: { readonly id: string; readonly text: string },
  options: FullEditorOptions,
): SuccessorEditor {
  prepareMonaco();
  const root = document.createElement("div");
  root.className = "script-editor";
  root.style.visibility = "hidden";
  host.classList.add("script-editor-host");
  host.append(root);

  let quiet = false;
  const say: FullEditorOptions["say"] = (text, action) => {
    if (!quiet) options.say(text, action);
  };
  const coloured = deferred<void>();
  setTimeout(coloured.resolve, PATIENCE);
  const help = {
    // Once they have been painted.
    onNames: () => setTimeout(coloured.resolve, PAINT),
    language: options.language,
    say,
    chooseAtOnce: (now: boolean) => widget.updateOptions(choiceOptions(now)),
  };
  const docsLinks = onDocsLink(options.onDocs);
  const models = keptModels(
    (model) => modelHelp.set(model, help),
    (edited, replaced) => {
      if (edited !== current) return;
      check(CHECK_DELAY);
      if (!replaced) options.onChange(sourceOf(edited));
    },
  );
  /** Whether `current` has been opened and the widget still shows the script before it. */
  let waiting = false;
  let lastCaret = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = models.open(source.id, source.text);

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const fontFamily = getComputedStyle(host).getPropertyValue("--font-code").trim() || "monospace";
  const widget = editor.create(root, {
    ...monacoOptions(options.label, options, fontFamily, calm.matches),
    model: current.model,
    theme: themeFor(options.dark),
    lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
  });
  // The editor's options have reset the model's.
  ownBrackets(current.model);
  let { dark } = options;
  const listening = new AbortController();
  onThemeChange(() => showTheme(themeFor(dark)), listening.signal);
  const onCalm = () => widget.updateOptions(motionOptions(calm.matches));
  calm.addEventListener("change", onCalm, { signal: listening.signal });

  for (const { title, run } of options.actions) widget.addAction({ id: title, label: title, run });
  leaveByEscapeTab(widget);
  indentPastes(widget);
  offerAfterPaste(widget);
  closeWithNothingToAdd(widget);
  widget.onDidChangeCursorPosition(reportCaret);
  widget.onMouseDown(({ target, event }) => {
    if (target.type === editor.MouseTargetType.GUTTER_GLYPH_MARGIN)
      options.onGutter(target.position.lineNumber, event.rightButton);
    else if (target.element?.classList.contains(QUICK_FIX)) act("editor.action.quickFix");
  });
  for (const event of ["pointerdown", "focusin"]) root.addEventListener(event, show, { capture: true });
  const bulb = widget.createDecorationsCollection();
  widget.onDidChangeCursorPosition(offerFix);
  widget.onDidFocusEditorText(offerFix);
  widget.onDidBlurEditorText(offerFix);
  const forget = options.language.onContext(() => check(0));
  check(0);

  const startOf = (line: number) => current.model.getLineFirstNonWhitespaceColumn(line) || 1;

  /** Scrolls sideways if a line's beginning is out of view on the left. */
  function showStart(line: number): void {
    if (line > current.model.getLineCount()) return;
    const left = shown().getOffsetForColumn(line, startOf(line));
    // -1: the line itself is out of view.
    if (left >= 0 && left < widget.getScrollLeft()) widget.setScrollLeft(0);
  }

  function check(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void markDiagnostics(current.model).then(offerFix), delay);
  }

  /** Offers a fix beside the cursor's line if there is one: in the margin, where it covers no text. */
  function offerFix(): void {
    if (waiting) return;
    const line = widget.getPosition()?.lineNumber ?? 0;
    const offered = widget.hasTextFocus() && isFixable(current.model, line);
    const options = {
      description: QUICK_FIX,
      linesDecorationsClassName: `${QUICK_FIX} codicon codicon-light-bulb`,
      linesDecorationsTooltip: `Quick fix (${MOD}.)`,
    };
    bulb.set(offered ? [{ range: new Range(line, 1, line, 1), options }] : []);
  }

  function act(command: string): void {
    shown().focus();
    widget.trigger("palette", command, null);
  }

  function caret(): number {
    const position = shown().getPosition();
    return position === null ? 0 : current.model.getOffsetAt(position);
  }

  function reportCaret(): void {
    const offset = caret();
    if (offset === lastCaret) return;
    lastCaret = offset;
    options.onCaret(offset);
  }

  /** Shows the script that was opened, if that has not happened yet. */
  function show(): void {
    if (!waiting) return;
    waiting = false;
    widget.setModel(current.model);
    if (current.view !== null) widget.restoreViewState(current.view);
    lastCaret = -1;
    reportCaret();
    check(0);
  }

  /** The editor with the script that was opened. */
  const shown = () => {
    show();
    return widget;
  };

  return {
    coloured: coloured.promise,
    open(id, text) {
      if (!waiting) current.view = widget.saveViewState();
      current = models.open(id, text);
      waiting = true;
      // Monaco takes longer to show a script than the rest of the page takes, so the page is painted first. Using the editor
      // before then shows the script at once. If the editor has the focus, that is now: the next key belongs to this script.
      if (widget.hasTextFocus() || widget.getModel() === current.model) show();
      else requestAnimationFrame(() => setTimeout(show));
    },
    source: () => sourceOf(current),
    text: () => versionOf(current.model),
    act,
    can: (command) =>
      command === "undo" ? current.model.canUndo() : command !== "redo" || current.model.canRedo(),
    async format(unsaid = false) {
      quiet = unsaid;
      await shown().getAction("editor.action.formatDocument")?.run();
      quiet = false;
    },
    mark(markers) {
      current.marks.set(markers);
      const [first] = markers;
      if (first !== undefined) showStart(first.line);
    },
    async lineNotes() {
      const { notesInMonaco } = await import("./line-notes-monaco");
      return notesInMonaco(widget, {
        noCursorStops: editor.InjectedTextCursorStops.None,
        isWaiting: () => waiting,
      });
    },
    async stepMarks(events) {
      const { stepsInMonaco } = await import("./steps-monaco");
      const registerHover = (provider: languages.HoverProvider) =>
        void languages.registerHoverProvider(LUA, provider);
      const noCursorStops = editor.InjectedTextCursorStops.None;
      return stepsInMonaco(shown, { registerHover, noCursorStops, isWaiting: () => waiting }, events);
    },
    reveal(line) {
      const at = Math.min(Math.max(1, line), current.model.getLineCount());
      shown().setPosition({ lineNumber: at, column: startOf(at) });
      widget.revealLineInCenterIfOutsideViewport(at);
      showStart(at);
      widget.focus();
    },
    closeCompletions: () => SuggestController.get(widget)?.cancelSuggestWidget(),
    caret,
    setCaret(offset) {
      shown().setPosition(current.model.getPositionAt(offset));
    },
    focus: () => shown().focus(),
    update(change) {
      widget.updateOptions(lookOptions(change));
      if (change.dark === undefined) return;
      dark = change.dark;
      showTheme(themeFor(dark));
    },
    restore({ anchor, head, scrollTop, focused }) {
      const from = current.model.getPositionAt(anchor);
      const to = current.model.getPositionAt(head);
      shown().setSelection({
        selectionStartLineNumber: from.lineNumber,
        selectionStartColumn: from.column,
        positionLineNumber: to.lineNumber,
        positionColumn: to.column,
      });
      widget.setScrollTop(scrollTop);
      root.style.visibility = "";
      if (focused) widget.focus();
    },
    dispose() {
      waiting = false;
      clearTimeout(timer);
      forget();
      docsLinks.dispose();
      listening.abort();
      widget.dispose();
      models.dispose();
      root.remove();
    },
  };
}
