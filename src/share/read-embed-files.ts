import * as v from "valibot";
import { failure, type Result } from "../shared/result";
import { type EmbedContent, MOST_FILES } from "./embed-files";
import { readLink, readPacked, readSharedWorld, ScriptName, ScriptText } from "./link";

const Files = v.strictObject({
  files: v.pipe(
    v.array(v.strictObject({ name: ScriptName, script: ScriptText })),
    v.minLength(1, "Expected at least one file"),
    v.maxLength(MOST_FILES, `Expected at most ${MOST_FILES} files`),
    v.check(
      (files) => new Set(files.map(({ name }) => name)).size === files.length,
      "Expected different names",
    ),
  ),
  /** Parsed by the simulator, which migrates older documents. */
  world: v.optional(v.unknown()),
});

/** Reads a fragment. A failure's message says what is wrong, and what to do. Rejects as `readLink` does. */
export async function readEmbedFiles(hash: string): Promise<Result<EmbedContent>> {
  if (!hash.startsWith("#f=")) {
    const one = await readLink(hash);
    if (!one.ok) return one;
    const { name, source, world } = one.value;
    return { ok: true, value: { files: [{ name, source }], world } };
  }
  const content = await readPacked(hash, "f", Files);
  if (!content.ok) return content;
  const [first, ...others] = content.value.files.map(({ name, script }) => ({ name, source: script }));
  if (first === undefined) return failure("This embed has no files.");
  const world = await readSharedWorld(content.value.world);
  return world.ok ? { ok: true, value: { files: [first, ...others], world: world.value } } : world;
}
