/** Folding by syntax and semantic colours for Monaco. */
import { languages } from "monaco-editor/editor";
import { TOKEN_TYPES } from "../language/token-types";
import { ask } from "./ask";
import { LUA } from "./lua-grammar";

/** Registers the providers; once a page. */
export function registerStructure(): void {
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
    getLegend: () => ({ tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model) {
      const data = await ask("semanticTokens", model);
      return data && { data };
    },
    releaseDocumentSemanticTokens() {},
  });
}
