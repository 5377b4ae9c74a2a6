import type { Rolldown } from "vite";

/** Adds a chunk and all that it imports statically, as loading it does. */
export function addWithImports(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  chunks: Set<Rolldown.OutputChunk>,
): void {
  if (chunks.has(chunk)) return;
  chunks.add(chunk);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === "chunk") addWithImports(imported, bundle, chunks);
  }
}
