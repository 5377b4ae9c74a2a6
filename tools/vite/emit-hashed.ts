import { createHash } from "node:crypto";
import type { Rolldown } from "vite";

/** Emits `assets/NAME-HASH.EXTENSION`, named by its content. Returns a module that exports its URL. */
export function emitHashed(
  { emitFile }: Pick<Rolldown.PluginContext, "emitFile">,
  name: string,
  extension: string,
  source: string | Uint8Array,
): string {
  const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
  const reference = emitFile({ type: "asset", fileName: `assets/${name}-${hash}.${extension}`, source });
  return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
}
