/** Hands Monaco's questions to `src/language` and its answers back. Thin: what is known is decided there. */
import {
  editor,
  type IDisposable,
  type IMarkdownString,
  languages,
  MarkerSeverity,
  MarkerTag,
  Uri,
} from "monaco-editor/editor";
import {
  type Completion,
  complete,
  type Diagnostic,
  diagnostics,
  type Fix,
  hover,
  type LanguageContext,
  signature,
} from "../language";
import { LUA, luaConfiguration, luaGrammar } from "./lua-grammar";
import { rangeOf } from "./position";
import { registerSymbols } from "./symbol-adapter";
import { DARK, LIGHT, THEMES } from "./themes";

const MARKS = "lua";
/** Scheme of the links from a mark's code to a docs page. */
const DOCS = "docs";

const contexts = new WeakMap<editor.ITextModel, LanguageContext>();
let registered = false;

/** Registers Lua and the themes with Monaco; once a page. */
export function registerLua(): void {
  if (registered) return;
  registered = true;
  for (const name of [LIGHT, DARK]) {
    const data = THEMES[name];
    if (data !== undefined) editor.defineTheme(name, data);
  }
  languages.register({ id: LUA, extensions: [".lua"], aliases: ["Lua"] });
  languages.setMonarchTokensProvider(LUA, luaGrammar);
  languages.setLanguageConfiguration(LUA, luaConfiguration);
  registerSymbols();
  languages.registerCompletionItemProvider(LUA, {
    triggerCharacters: [".", ":", "{", ","],
    provideCompletionItems(model, position, { triggerCharacter }) {
      const context = contexts.get(model);
      if (context === undefined) return { suggestions: [] };
      const all = complete(model.getValue(), model.getOffsetAt(position), context);
      // A bracket or comma asks for a call's fields only; elsewhere it would be in the way.
      const wanted =
        triggerCharacter === "{" || triggerCharacter === ","
          ? all.filter((item) => item.kind === "parameter")
          : all;
      return { suggestions: wanted.map((item) => suggestion(model, item)) };
    },
  });
  languages.registerHoverProvider(LUA, {
    provideHover(model, position) {
      const context = contexts.get(model);
      const found = context && hover(model.getValue(), model.getOffsetAt(position), context);
      return found ? { range: rangeOf(model, found.range), contents: [markdown(found.markdown)] } : null;
    },
  });
  languages.registerSignatureHelpProvider(LUA, {
    signatureHelpTriggerCharacters: ["(", "{", ","],
    signatureHelpRetriggerCharacters: ["=", ")", "}"],
    provideSignatureHelp(model, position) {
      const context = contexts.get(model);
      const found = context && signature(model.getValue(), model.getOffsetAt(position), context);
      if (!found) return null;
      const { label, documentation, parameters, active } = found;
      return {
        dispose() {},
        value: {
          activeSignature: 0,
          activeParameter: active ?? parameters.length,
          signatures: [
            {
              label,
              documentation: markdown(documentation),
              parameters: parameters.map((parameter) => ({
                label: [parameter.start, parameter.end],
                documentation: markdown(parameter.documentation),
              })),
            },
          ],
        },
      };
    },
  });
  languages.registerCodeActionProvider(LUA, {
    provideCodeActions(model, range) {
      const context = contexts.get(model);
      const found = context === undefined ? [] : diagnostics(model.getValue(), context);
      const actions = found
        .filter((diagnostic) => editorRangesTouch(rangeOf(model, diagnostic), range))
        .flatMap(({ fixes }) => fixes.map((fix, index) => codeAction(model, fix, index === 0)));
      return { actions, dispose() {} };
    },
  });
}

/** Hands links from marks into the docs to `open`, by page name. Gives what ends it. */
export function onDocsLink(open: (page: string) => void): IDisposable {
  return editor.registerLinkOpener({
    open({ scheme, path }) {
      if (scheme !== DOCS) return false;
      open(path);
      return true;
    },
  });
}

/** Says which catalog and accounts a model's script sees. */
export function setContext(model: editor.ITextModel, context: LanguageContext): void {
  contexts.set(model, context);
}

/** Marks what is wrong with a model's script. */
export function markDiagnostics(model: editor.ITextModel): void {
  const context = contexts.get(model);
  if (context === undefined || model.isDisposed()) return;
  const markers = diagnostics(model.getValue(), context).map((diagnostic) => marker(model, diagnostic));
  editor.setModelMarkers(model, MARKS, markers);
}

function codeAction(
  model: editor.ITextModel,
  { title, edits }: Fix,
  isPreferred: boolean,
): languages.CodeAction {
  const versionId = model.getVersionId();
  const parts = edits.map(({ start, end, text }) => ({
    resource: model.uri,
    versionId,
    textEdit: { range: rangeOf(model, { start, end }), text },
  }));
  return { title, kind: "quickfix", isPreferred, edit: { edits: parts } };
}

function editorRangesTouch(
  a: { startLineNumber: number; endLineNumber: number },
  b: { startLineNumber: number; endLineNumber: number },
): boolean {
  return a.startLineNumber <= b.endLineNumber && b.startLineNumber <= a.endLineNumber;
}

function marker(model: editor.ITextModel, diagnostic: Diagnostic): editor.IMarkerData {
  const severity = {
    error: MarkerSeverity.Error,
    warning: MarkerSeverity.Warning,
    hint: MarkerSeverity.Hint,
  };
  return {
    ...rangeOf(model, diagnostic),
    message: diagnostic.message,
    severity: severity[diagnostic.severity],
    code:
      diagnostic.page === null
        ? diagnostic.code
        : { value: diagnostic.code, target: Uri.from({ scheme: DOCS, path: diagnostic.page }) },
    ...(diagnostic.tags === "unnecessary" ? { tags: [MarkerTag.Unnecessary] } : {}),
  };
}

function markdown(value: string): IMarkdownString {
  return { value, isTrusted: false, supportHtml: false };
}

const KINDS: Readonly<Record<Completion["kind"], languages.CompletionItemKind>> = {
  namespace: languages.CompletionItemKind.Module,
  account: languages.CompletionItemKind.User,
  function: languages.CompletionItemKind.Function,
  parameter: languages.CompletionItemKind.Property,
  value: languages.CompletionItemKind.Value,
  field: languages.CompletionItemKind.Field,
  variable: languages.CompletionItemKind.Variable,
  library: languages.CompletionItemKind.Module,
  constant: languages.CompletionItemKind.Constant,
  keyword: languages.CompletionItemKind.Keyword,
  snippet: languages.CompletionItemKind.Snippet,
};

function suggestion(model: editor.ITextModel, item: Completion): languages.CompletionItem {
  const { label, detail, documentation, insert, snippet, range, order } = item;
  return {
    label: { label, description: detail },
    kind: KINDS[item.kind],
    documentation: markdown(documentation),
    insertText: insert,
    ...(snippet ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    range: rangeOf(model, range),
    sortText: String(order + 1000).padStart(5, "0"),
  };
}
