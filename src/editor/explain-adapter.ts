/** Hover, signature help and inlay hints for Monaco. */
import { languages } from "monaco-editor/editor";
import { ask } from "./ask";
import { markdown } from "./completion-adapter";
import { LUA } from "./lua-grammar";
import { rangeOf } from "./position";

/** Registers the providers; once a page. */
export function registerExplanations(): void {
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
  languages.registerInlayHintsProvider(LUA, {
    async provideInlayHints(model, range) {
      const found = (await ask("inlayHints", model, range)) ?? [];
      const hints = found.map(({ offset, label }) => ({
        label,
        position: model.getPositionAt(offset),
        kind: languages.InlayHintKind.Parameter,
        paddingRight: true,
      }));
      return { hints, dispose() {} };
    },
  });
}
