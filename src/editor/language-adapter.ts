/** Hands Monaco's questions to `src/language` and its answers back. Thin: what is known is decided there. */
import { editor, languages } from "monaco-editor/editor";
import { registerCompletion } from "./completion-adapter";
import { registerExplanations } from "./explain-adapter";
import { registerFormatting } from "./format-adapter";
import { LUA, luaConfiguration, luaGrammar } from "./lua-grammar";
import { registerFixes } from "./marks-adapter";
import { registerStructure } from "./structure-adapter";
import { registerSymbols } from "./symbol-adapter";
import { DARK, LIGHT, THEMES } from "./themes";

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
  registerCompletion();
  registerExplanations();
  registerFixes();
  registerFormatting();
  registerStructure();
  registerSymbols();
}
