/** The playground that Vue ships, with its Monaco editor. It loads Vue from here, and runs it without the checks of development. */
import { Repl, useStore, useVueImportMap } from "@vue/repl";
import Monaco from "@vue/repl/monaco-editor";
import { createApp, h } from "vue";
import vueUrl from "vue/dist/vue.runtime.esm-browser.prod.js?url";

const runtime = new URL(vueUrl, document.baseURI).href;
const { importMap, vueVersion } = useVueImportMap({ runtimeDev: runtime, runtimeProd: runtime });
const store = useStore({ builtinImportMap: importMap, vueVersion });
createApp({ render: () => h(Repl, { store, editor: Monaco }) }).mount("#app");
