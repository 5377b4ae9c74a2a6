/** The smallest page with a Lua script in Monaco: its core, the colours of Lua, its worker. */
import "monaco-editor/languages/definitions/lua/register";
import { editor } from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import { welcome } from "../../../../../src/examples/welcome";

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
const host = document.getElementById("editor");
if (host === null) throw new Error("The page has no #editor.");
editor.create(host, { value: welcome.source, language: "lua" });
