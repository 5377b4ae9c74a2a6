/** The files of an embed in the fragment of its address: one as in a link, `#s=`, several as `#f=<version>.<packed JSON>`. */
import * as v from "valibot";
import type { WorldState } from "../integrations/world-simulator";
import { failure, type Result } from "../shared/result";
import {
  carried,
  linkFragment,
  packedFragment,
  readLink,
  readPacked,
  readSharedWorld,
  refuseNul,
  ScriptName,
  ScriptText,
} from "./link";

export interface EmbedFile {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
}

/** What an embed carries. A script cannot load another one, so each file runs by itself, in the same world. */
export interface EmbedContent {
  readonly files: readonly [EmbedFile, ...EmbedFile[]];
  /** The main simulated world that each run starts with; `null`: a fresh one. */
  readonly world: WorldState | null;
}

/** More tabs than that are no help to a reader. */
export const MOST_FILES = 8;

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

/** Returns the fragment, `#` included. Rejects if a script contains what `readEmbedFiles` would refuse. */
export async function embedFragment({ files, world }: EmbedContent): Promise<string> {
  const [first, ...others] = files;
  if (others.length === 0) return linkFragment({ ...first, world });
  for (const { source } of files) refuseNul(source);
  return packedFragment("f", {
    files: files.map(({ name, source }) => ({ name, script: source })),
    ...(await carried(world, files.map(({ source }) => source).join("\n"))),
  });
}

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
  if (first === undefined) return failure("This embed carries no file.");
  const world = await readSharedWorld(content.value.world);
  return world.ok ? { ok: true, value: { files: [first, ...others], world: world.value } } : world;
}
