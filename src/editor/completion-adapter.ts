/** Completion for Monaco, over `src/language/completion`. */

import { type editor, type IMarkdownString, languages } from "monaco-editor/editor";
import type { Completion } from "../language/completion/item";
import { ask, modelHelp, rangeOf } from "./ask";
import { LUA } from "./lua-grammar";

/** Text rendered as Markdown, without HTML or commands. */
export function markdown(value: string): IMarkdownString {
  return { value, isTrusted: false, supportHtml: false };
}

/** Characters that only ask for a call's fields and values. Words would be in the way there. */
const ARGUMENT_SIGNS: ReadonlySet<string> = new Set(["{", ",", '"', "'", "=", " "]);

/** Registers the provider, once per page. */
export function registerCompletion(): void {
  languages.registerCompletionItemProvider(LUA, {
    triggerCharacters: [".", ":", ...ARGUMENT_SIGNS],
    async provideCompletionItems(model, position, { triggerCharacter }, token) {
      const version = model.getVersionId();
      const all = (await ask("complete", model, position)) ?? [];
      if (token.isCancellationRequested) return null;
      const bySign = ARGUMENT_SIGNS.has(triggerCharacter ?? "");
      // Enter starts a new line after a bracket. Once letters are typed it takes the item, even if they came before the list.
      modelHelp.get(model)?.chooseAtOnce(!bySign || model.getVersionId() !== version);
      const wanted = bySign ? all.filter(({ kind }) => kind === "parameter" || kind === "value") : all;
      return { suggestions: suggestions(model, wanted) };
    },
  });
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

function suggestions(model: editor.ITextModel, items: readonly Completion[]): languages.CompletionItem[] {
  const [first] = items;
  if (first === undefined) return [];
  // All items replace the same word.
  const range = rangeOf(model, first.range);
  return items.map(({ label, kind, detail, documentation, insert, snippet, order }) => ({
    label: { label, description: detail },
    kind: KINDS[kind],
    documentation: markdown(documentation),
    insertText: insert,
    ...(snippet ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    range,
    // A field's name is followed by its value.
    ...(insert.endsWith(" = ") ? { command: { id: "editor.action.triggerSuggest", title: "Values" } } : {}),
    sortText: String(order + 1000).padStart(5, "0"),
  }));
}
