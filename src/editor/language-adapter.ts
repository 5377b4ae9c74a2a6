/** Hands Monaco's questions to `src/language` and its answers back. Thin: what is known is decided there. */
import { editor, type IMarkdownString, languages, MarkerSeverity, MarkerTag } from "monaco-editor/editor";
import {
  type Completion,
  complete,
  type Diagnostic,
  diagnostics,
  hover,
  type LanguageContext,
  signature,
} from "../language";
import { LUA, luaConfiguration, luaGrammar } from "./lua-grammar";
import { rangeOf } from "./position";
import { registerSymbols } from "./symbol-adapter";
import { DARK, LIGHT, THEMES } from "./themes";

const MARKS = "lua";

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
      const actions = found.flatMap((diagnostic): languages.CodeAction[] => {
        const at = rangeOf(model, diagnostic);
        const { replacement } = diagnostic;
        if (replacement === undefined || !editorRangesTouch(at, range)) return [];
        const edit = {
          resource: model.uri,
          versionId: model.getVersionId(),
          textEdit: { range: at, text: replacement },
        };
        return [
          { title: `Change to ${replacement}`, kind: "quickfix", isPreferred: true, edit: { edits: [edit] } },
        ];
      });
      return { actions, dispose() {} };
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
    code: diagnostic.code,
    ...(diagnostic.code === "unused-local" ? { tags: [MarkerTag.Unnecessary] } : {}),
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
