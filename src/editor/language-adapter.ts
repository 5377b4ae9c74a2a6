/** Passes Monaco's questions to `src/language` and returns its answers. All knowledge of Lua is there. */
import { Emitter, editor, type IRange, languages, Range } from "monaco-editor/editor";
import { checkNewName } from "../language/new-name";
import { TOKEN_TYPES } from "../language/token-types";
import { ask, modelHelp, rangeOf } from "./ask";
import { markdown, registerCompletion } from "./completion-adapter";
import { LUA, luaColours, luaConfiguration } from "./lua-grammar";
import { registerFixes } from "./marks-adapter";
import { DARK, LIGHT, THEMES } from "./themes";

let registered = false;

/** The colours last given for a model's names, and the text version they are for. */
const names = new WeakMap<editor.ITextModel, { readonly version: number; readonly data: Uint32Array }>();
/** Makes Monaco ask for the colours of names at once. */
const recolour = new Emitter<void>();
let recolouring = false;

/**
 * Shows a theme. Monaco drops the colours of names with the old theme, and waits before asking for them. This makes it ask at
 * once and returns the previous ones: a question to the worker would take a frame or two.
 */
export function showTheme(name: string): void {
  editor.setTheme(name);
  recolouring = true;
  recolour.fire();
  // After the timer in which Monaco itself asks.
  setTimeout(() => {
    recolouring = false;
  });
}

/** Registers Lua and the themes with Monaco, once per page. */
export function registerLua(): void {
  if (registered) return;
  registered = true;
  for (const name of [LIGHT, DARK]) {
    const data = THEMES[name];
    if (data !== undefined) editor.defineTheme(name, data);
  }
  languages.register({ id: LUA, extensions: [".lua"], aliases: ["Lua"] });
  languages.setTokensProvider(LUA, luaColours);
  languages.setLanguageConfiguration(LUA, luaConfiguration);
  registerCompletion();
  registerExplanations();
  registerFixes();
  registerFormatting();
  registerStructure();
  registerSymbols();
}

/** Formats the script or a selection. Monaco reduces the new text to what differs, so the cursor stays put. */
function registerFormatting(): void {
  languages.registerDocumentFormattingEditProvider(LUA, {
    displayName: "StyLua",
    provideDocumentFormattingEdits: (model) => edits(model, model.getFullModelRange()),
  });
  languages.registerDocumentRangeFormattingEditProvider(LUA, {
    displayName: "StyLua",
    provideDocumentRangeFormattingEdits: (model, range) => edits(model, range),
  });
}

async function edits(model: editor.ITextModel, range: IRange): Promise<languages.TextEdit[]> {
  const answer = await ask("format", model, range);
  if (answer === null) return [];
  if (answer.ok) return [{ range: model.getFullModelRange(), text: answer.value }];
  modelHelp.get(model)?.say(answer.message);
  return [];
}

/** Folding by syntax, and semantic colours. */
function registerStructure(): void {
  languages.registerFoldingRangeProvider(LUA, {
    async provideFoldingRanges(model) {
      const { Comment, Region } = languages.FoldingRangeKind;
      const found = await ask("folds", model);
      return found?.map(({ startLine, endLine, kind }) => ({
        start: startLine,
        end: endLine,
        ...(kind === "code" ? {} : { kind: kind === "comment" ? Comment : Region }),
      }));
    },
  });
  languages.registerDocumentSemanticTokensProvider(LUA, {
    onDidChange: recolour.event,
    getLegend: () => ({ tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model) {
      const version = model.getVersionId();
      const last = names.get(model);
      if (recolouring && last?.version === version) return { data: last.data };
      const data = await ask("semanticTokens", model);
      modelHelp.get(model)?.onNames();
      if (data !== null) names.set(model, { version, data });
      return data && { data };
    },
    releaseDocumentSemanticTokens() {},
  });
}

/** Hover and signature help. */
function registerExplanations(): void {
  languages.registerHoverProvider(LUA, {
    async provideHover(model, position) {
      const found = await ask("hover", model, position);
      return found && { range: rangeOf(model, found.range), contents: [markdown(found.markdown)] };
    },
  });
  languages.registerSignatureHelpProvider(LUA, {
    signatureHelpTriggerCharacters: ["(", "{", ","],
    signatureHelpRetriggerCharacters: ["=", ")", "}"],
    async provideSignatureHelp(model, position) {
      const found = await ask("signature", model, position);
      if (found === null) return null;
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
}

/** Definition, references, rename, highlights and outline. */
function registerSymbols(): void {
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
      const range = Range.fromPositions(position);
      return { range, text: "", rejectReason: "Only this script's variables and functions can be renamed." };
    },
    async provideRenameEdits(model, position, newName) {
      const found = await ask("symbol", model, position);
      const problem = checkNewName(newName);
      if (found?.kind !== "variable" || problem !== null)
        return { edits: [], rejectReason: problem ?? "Nothing to rename here." };
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
