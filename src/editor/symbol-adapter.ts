/** Definition, references, rename, highlights and outline for Monaco, over `src/language/symbols.ts`. */
import { languages } from "monaco-editor/editor";
import { checkNewName } from "../language/new-name";
import { ask } from "./ask";
import { LUA } from "./lua-grammar";
import { rangeOf } from "./position";

/** Registers the providers; once a page. */
export function registerSymbols(): void {
  languages.registerDefinitionProvider(LUA, {
    async provideDefinition(model, position) {
      const found = await ask("symbol", model, position);
      return found && { uri: model.uri, range: rangeOf(model, found.definition) };
    },
  });
  languages.registerReferenceProvider(LUA, {
    async provideReferences(model, position) {
      const found = await ask("symbol", model, position);
      return found?.uses.map((use) => ({ uri: model.uri, range: rangeOf(model, use) })) ?? [];
    },
  });
  languages.registerDocumentHighlightProvider(LUA, {
    async provideDocumentHighlights(model, position) {
      const { Read, Write } = languages.DocumentHighlightKind;
      const found = await ask("symbol", model, position);
      return found?.uses.map((use) => ({
        range: rangeOf(model, use),
        kind: use.write ? Write : Read,
      }));
    },
  });
  languages.registerRenameProvider(LUA, {
    async resolveRenameLocation(model, position) {
      const found = await ask("symbol", model, position);
      if (found?.kind === "variable") return { range: rangeOf(model, found.range), text: found.name };
      const { lineNumber, column } = position;
      const range = {
        startLineNumber: lineNumber,
        startColumn: column,
        endLineNumber: lineNumber,
        endColumn: column,
      };
      return { range, text: "", rejectReason: "Only variables and functions of this script can be renamed." };
    },
    async provideRenameEdits(model, position, newName) {
      const found = await ask("symbol", model, position);
      const problem = checkNewName(newName);
      if (found?.kind !== "variable" || problem !== null)
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
    provideDocumentSymbols: async (model) =>
      ((await ask("outline", model)) ?? []).map(({ name, range, nameRange }) => ({
        name,
        detail: "",
        kind: languages.SymbolKind.Function,
        tags: [],
        range: rangeOf(model, range),
        selectionRange: rangeOf(model, nameRange),
      })),
  });
}
