import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { boxPlugin } from "./tools/vite/box-plugin";
import { boxTrimPlugin } from "./tools/vite/box-trim-plugin";
import { codiconPlugin } from "./tools/vite/codicon-plugin";
import { graphProxyPlugin } from "./tools/vite/graph-proxy-plugin";
import { headersPlugin } from "./tools/vite/headers-plugin";
import { monacoTrimPlugin, monacoWorkerTrimPlugin } from "./tools/vite/monaco-trim-plugin";
import { policyPlugin } from "./tools/vite/policy-plugin";
import { sizePlugin } from "./tools/vite/size-plugin";

const root = fileURLToPath(new URL(".", import.meta.url));
const box = boxPlugin(root);

/** What `src/simulator/state.ts` needs; what only an answer of the simulator needs, and the other ready worlds, stay apart. */
const worldOfThePage =
  /\/src\/simulator\/(?:[\w-]+\.ts|world\/|worlds\/(?:parts|shop)\/|graph\/error-table\.ts|messages\/(?:life|limits|media-link|pacing|portfolio|status|wamid|window)\.ts)/;

export default defineConfig({
  // Relative: the built folder works from any sub-path.
  base: "./",
  plugins: [
    headersPlugin(root),
    box,
    // The page, too, reads phone numbers and writes none.
    boxTrimPlugin(),
    policyPlugin(box.frameScript),
    graphProxyPlugin(),
    monacoTrimPlugin(root),
    codiconPlugin(root),
    sizePlugin(),
  ],
  worker: { format: "es", plugins: () => [monacoWorkerTrimPlugin(root)] },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The simulated world is wanted whole, and early: cut up by who else uses which of its files, it compresses worse.
            { name: "state", test: worldOfThePage },
            // The first files need these two as well, and not the world.
            { name: "valibot", test: /\/node_modules\/valibot\//, priority: 1 },
            { name: "json", test: /\/src\/json\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
