/** Diagnostics of a script as Monaco's markers and quick fixes. */

import {
  editor,
  type IDisposable,
  type IRange,
  languages,
  MarkerSeverity,
  MarkerTag,
  Uri,
} from "monaco-editor/editor";
import type { Diagnostic, Fix } from "../language/diagnostics/diagnostic";
import { isUnseen } from "../language/pasted/characters";
import { ask, rangeOf } from "./ask";
import { LUA } from "./lua-grammar";

const OWNER = "lua";
/** Scheme of links from a mark's code to a docs page. */
const DOCS = "docs";

/** The marks last shown in a model, so moving the cursor over them needs no question. */
const shown = new WeakMap<
  editor.ITextModel,
  { readonly version: number; readonly found: readonly Diagnostic[] }
>();
/** Decorations over foreign characters, by model. */
const drawn = new WeakMap<editor.ITextModel, string[]>();

/** Marks what is wrong with a model's script. */
export async function markDiagnostics(model: editor.ITextModel): Promise<void> {
  if (model.isDisposed()) return;
  const version = model.getVersionId();
  const found = await ask("diagnostics", model);
  if (found === null || model.getVersionId() !== version) return;
  shown.set(model, { version, found });
  editor.setModelMarkers(
    model,
    OWNER,
    found.map((diagnostic) => marker(model, diagnostic)),
  );
  const foreign: editor.IModelDeltaDecoration[] = [];
  for (const one of found) {
    if (one.isForeign !== true || foreign.length >= MOST_DRAWN) continue;
    foreign.push(...drawings(model, one, MOST_DRAWN - foreign.length));
  }
  drawn.set(model, model.deltaDecorations(drawn.get(model) ?? [], foreign));
}

/** Most frames drawn in one script. Marks cover the rest: a frame costs the page's thread as much as a mark. */
const MOST_DRAWN = 500;

/** A frame around each of the first foreign characters. Invisible ones have their code shown in front. */
function drawings(
  model: editor.ITextModel,
  { start, end }: Diagnostic,
  most: number,
): editor.IModelDeltaDecoration[] {
  const text = model.getValue().slice(start, end);
  // Markdown is visible anyway.
  if (text.includes("\n") && text.length > 1) return [];
  let at = start;
  return [...text.slice(0, 2 * most)].slice(0, most).map((character) => {
    const range = rangeOf(model, { start: at, end: at + character.length });
    at += character.length;
    const inlineClassName = "foreign-character";
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const before = isUnseen(character) ? { before: { content: `U+${code}`, inlineClassName } } : {};
    return { range, options: { description: inlineClassName, inlineClassName, ...before } };
  });
}

/** Whether something in a 1-based line can be fixed, as far as is known. */
export function isFixable(model: editor.ITextModel, line: number): boolean {
  const last = shown.get(model);
  if (last?.version !== model.getVersionId()) return false;
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 };
  return last.found.some((one) => one.fixes.length > 0 && linesTouch(rangeOf(model, one), range));
}

/** Registers the quick fixes, once per page. */
export function registerFixes(): void {
  languages.registerCodeActionProvider(LUA, {
    async provideCodeActions(model, range) {
      const last = shown.get(model);
      const known = last?.version === model.getVersionId() ? last.found : await ask("diagnostics", model);
      const actions = (known ?? [])
        .filter((diagnostic) => linesTouch(rangeOf(model, diagnostic), range))
        .flatMap(({ fixes }) => fixes.map((fix, index) => action(model, fix, index === 0)));
      return { actions, dispose() {} };
    },
  });
}

/** Calls `open` with the page name when a mark's docs link is followed. Dispose the result to stop. */
export function onDocsLink(open: (page: string) => void): IDisposable {
  return editor.registerLinkOpener({
    open({ scheme, path }) {
      if (scheme !== DOCS) return false;
      open(path);
      return true;
    },
  });
}

function action(model: editor.ITextModel, { title, edits }: Fix, isPreferred: boolean): languages.CodeAction {
  const versionId = model.getVersionId();
  const parts = edits.map(({ start, end, text }) => ({
    resource: model.uri,
    versionId,
    textEdit: { range: rangeOf(model, { start, end }), text },
  }));
  return { title, kind: "quickfix", isPreferred, edit: { edits: parts } };
}

function linesTouch(a: IRange, b: IRange): boolean {
  return a.startLineNumber <= b.endLineNumber && b.startLineNumber <= a.endLineNumber;
}

const SEVERITIES: Readonly<Record<Diagnostic["severity"], MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  hint: MarkerSeverity.Hint,
};

/** Monaco shows a marker's text verbatim, so names are in quotes, as in Lua's own messages, not in backticks. */
function plain(message: string): string {
  return message.replace(/`([^`]*)`/g, (_, code: string) => (/^['"]/.test(code) ? code : `'${code}'`));
}

function marker(model: editor.ITextModel, diagnostic: Diagnostic): editor.IMarkerData {
  return {
    ...rangeOf(model, diagnostic),
    message: plain(diagnostic.message),
    severity: SEVERITIES[diagnostic.severity],
    code:
      diagnostic.page === null
        ? diagnostic.code
        : { value: diagnostic.code, target: Uri.from({ scheme: DOCS, path: diagnostic.page }) },
    ...(diagnostic.tags === "unnecessary" ? { tags: [MarkerTag.Unnecessary] } : {}),
  };
}
