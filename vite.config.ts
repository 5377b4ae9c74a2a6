import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import {
  integrationPartsPlugin,
  integrationsListPlugin,
  neededForLanguage,
  neededOnPage,
} from "./tools/integrations.mjs";
import { boxPlugin } from "./tools/vite/box-plugin.ts";
import { boxTrimPlugin } from "./tools/vite/box-trim-plugin.ts";
import { codiconPlugin } from "./tools/vite/codicon-plugin.ts";
import { firstFilesPlugin } from "./tools/vite/first-files-plugin.ts";
import { firstFramePlugin } from "./tools/vite/first-frame-plugin.ts";
import { graphProxyPlugin } from "./tools/vite/graph-proxy-plugin.ts";
import { headersPlugin } from "./tools/vite/headers-plugin.ts";
import { inlineStylesPlugin } from "./tools/vite/inline-styles-plugin.ts";
import { openLicenses } from "./tools/vite/licenses-plugin.ts";
import { loadsLastPlugin } from "./tools/vite/loads-last-plugin.ts";
import { luaPlugin } from "./tools/vite/lua-plugin.ts";
import { monacoTrimPlugin, monacoWorkerTrimPlugin } from "./tools/vite/monaco-trim-plugin.ts";
import { policyPlugin } from "./tools/vite/policy-plugin.ts";
import { runPreloadPlugin } from "./tools/vite/run-preload-plugin.ts";
import { sizePlugin } from "./tools/vite/size-plugin.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const licenses = openLicenses(root, ["workbox-precaching"]);
const box = boxPlugin(root, () => [licenses.collect()]);

export default defineConfig({
  // Relative: the built folder works from any sub-path.
  base: "./",
  plugins: [
    headersPlugin(root),
    box,
    luaPlugin(),
    // The page, too, reads phone numbers and writes none.
    boxTrimPlugin(),
    firstFramePlugin(root),
    policyPlugin(box.frameScript),
    runPreloadPlugin(),
    inlineStylesPlugin(),
    loadsLastPlugin(),
    graphProxyPlugin(),
    integrationsListPlugin(root),
    integrationPartsPlugin(neededOnPage),
    monacoTrimPlugin(root),
    codiconPlugin(root),
    licenses.write(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/pwa",
      filename: "service-worker.ts",
      // Registered by the page itself, late; its manifest is a file of `public`.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,wasm,woff2,ttf,svg,png,webmanifest,txt,json,md,lua}"],
        globIgnores: [".vite/**"],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        dontCacheBustURLsMatching: /^assets\//,
        buildPlugins: { vite: [licenses.check()] },
      },
    }),
    firstFilesPlugin(),
    sizePlugin(),
  ],
  worker: {
    format: "es",
    plugins: () => [
      monacoWorkerTrimPlugin(root),
      integrationPartsPlugin(neededForLanguage),
      licenses.collect(),
    ],
  },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: {
      polyfill: false,
      // The names of all files that a part needs weigh more than the way to them takes. These are wanted at once; what the
      // first Run needs is in the HTML.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === "html" || /full-editor/.test(file) ? needed : [],
    },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Compressing every file, to measure it, takes longer than the build.
      checks: { pluginTimings: false },
      input: { index: "index.html", embed: "embed.html" },
      output: {
        // One file each for what shows the script, and for the parts of what runs it (`tools/vite/run-modules.ts`): dozens of
        // small ones weigh more and come later.
        codeSplitting: {
          groups: [
            { name: "page", test: /\/src\/main\.tsx$/, priority: 5 },
            { name: "sandbox", test: /\/src\/app\/run-parts\.ts$/, priority: 4 },
            { name: "state", test: /\/(?:whatsapp\/simulator\/page|app\/world-restore)\.ts$/, priority: 3 },
            { name: "integrations", test: /\/src\/integrations\/index\.ts$/, priority: 2 },
            // Embeds have these too, and no console.
            {
              name: "panes",
              test: /\/src\/ui\/(?:use-language\.ts|panes\/shared\/(?:shared\.css|long-text\.tsx))$/,
              priority: 2,
            },
            { name: "console", test: /\/src\/ui\/panes\/console\/console-pane\.tsx$/, priority: 1 },
            // What later parts share is a few hundred bytes an icon.
            { name: "icons", test: /\/(?:menu-icons\.ts|lucide\/dist\/esm\/icons\/.*)$/, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
