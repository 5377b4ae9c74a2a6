import type { Plugin } from "vite";
import { checkSizes } from "../size.mjs";

/**
 * Fails the build when the page takes more bytes over the wire than its budgets allow (`tools/size.mjs`). The budgets are for
 * our own list of integrations: a page with another list has no limit.
 */
export function sizePlugin(): Plugin {
  const ownList = process.env.PLAYGROUND_INTEGRATIONS !== undefined;
  let folder = "dist";
  let written = false;
  return {
    name: "size",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    writeBundle() {
      written = true;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      // A failed build has written nothing to measure, and reports its own reason.
      handler: () => (written && !ownList ? checkSizes(folder) : undefined),
    },
  };
}
