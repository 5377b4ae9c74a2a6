/** The files of an embed in the fragment of its address: one as in a link, `#s=`, several as `#f=<version>.<packed JSON>`. */
import type { WorldState } from "../integrations/world-simulator";
import { carried, linkFragment, packedFragment, refuseNul } from "./link";

export interface EmbedFile {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
}

/** The contents of an embed. A script cannot load another one, so each file runs separately, in the same world. */
export interface EmbedContent {
  readonly files: readonly [EmbedFile, ...EmbedFile[]];
  /** The main simulated world that each run starts with; `null`: a fresh one. */
  readonly world: WorldState | null;
}

/** More tabs would not help a reader. */
export const MOST_FILES = 8;

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
