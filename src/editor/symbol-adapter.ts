/** Definition, references, rename, highlights and outline for Monaco, over `src/language/symbols.ts`. */
import { type editor, languages, type Position } from "monaco-editor/editor";
import { checkNewName, outline, symbolAt, type VariableSymbol } from "../language";
import { LUA } from "./lua-grammar";
import { rangeOf } from "./position";

/** Registers the providers; once a page. */
export function registerSymbols(): void {
  languages.registerDefinitionProvider(LUA, {
    provideDefinition(model, position) {
      const found = find(model, position);
      return found && { uri: model.uri, range: rangeOf(model, found.definition) };
    },
  });
  languages.registerReferenceProvider(LUA, {
    provideReferences(model, position) {
      return find(model, position)?.uses.map((use) => ({ uri: model.uri, range: rangeOf(model, use) })) ?? [];
    },
  });
  languages.registerDocumentHighlightProvider(LUA, {
    provideDocumentHighlights(model, position) {
      const { Read, Write } = languages.DocumentHighlightKind;
      return find(model, position)?.uses.map((use) => ({
        range: rangeOf(model, use),
        kind: use.write ? Write : Read,
      }));
    },
  });
  languages.registerRenameProvider(LUA, {
    resolveRenameLocation(model, position) {
      const found = find(model, position);
      if (found !== null) return { range: rangeOf(model, found.range), text: found.name };
      const { lineNumber, column } = position;
      const range = {
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn: column,
      };
      return { range, text: "", rejectReason: "Only variables and functions of this script can be renamed." };
    },
    provideRenameEdits(model, position, newName) {
      const found = find(model, position);
      const problem = checkNewName(newName);
      if (found === null || problem !== null)
        return { edits: [], rejectReason: problem ?? "There is nothing to rename here." };
      const edits = found.uses.map((use) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(model, use), text: newName },
      }));
      return { edits };
    },
  });
  languages.registerDocumentSymbolProvider(LUA, {
    provideDocumentSymbols: (model) =>
      outline(model.getValue()).map(({ name, range, nameRange }) => ({
        name,
        detail: "",
        kind: languages.SymbolKind.Function,
        tags: [],
        range: rangeOf(model, range),
        selectionRange: rangeOf(model, nameRange),
      })),
  });
}

function find(model: editor.ITextModel, position: Position): VariableSymbol | null {
  return symbolAt(model.getValue(), model.getOffsetAt(position));
}
