import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { boxPlugin } from "./tools/vite/box-plugin";
import { codiconPlugin } from "./tools/vite/codicon-plugin";
import { graphProxyPlugin } from "./tools/vite/graph-proxy-plugin";
import { headersPlugin } from "./tools/vite/headers-plugin";
import { monacoTrimPlugin } from "./tools/vite/monaco-trim-plugin";
import { policyPlugin } from "./tools/vite/policy-plugin";
import { sizePlugin } from "./tools/vite/size-plugin";

const root = fileURLToPath(new URL(".", import.meta.url));
const box = boxPlugin(root);

export default defineConfig({
  // Relative: the built folder works from any sub-path.
  base: "./",
  plugins: [
    headersPlugin(root),
    box,
    policyPlugin(box.frameScript),
    graphProxyPlugin(),
    monacoTrimPlugin(root),
    codiconPlugin(root),
    sizePlugin(),
  ],
  worker: { format: "es" },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
});
