/** Opens files that a person chose or dropped. Loaded with the first of them (`open-files.ts`). */
import type { Playground } from "../app/playground";
import type { ScriptsModel } from "../app/scripts";
import { loadView } from "./integration-view";

/** Bytes: far more than any script, far less than what would slow down an editor. */
const LARGEST = 1024 * 1024;

/** Opens `.json` files as worlds, of which the last one counts, and others as scripts. Returns whether a script was added. */
export async function takeFiles(playground: Playground, files: readonly File[]): Promise<boolean> {
  const world = files.findLast(isWorld);
  const [added] = await Promise.all([
    takeScripts(
      playground,
      files.filter((file) => !isWorld(file)),
    ),
    world !== undefined && takeWorld(playground, world),
  ]);
  return added;
}

function isWorld(file: File): boolean {
  return /\.json$/i.test(file.name);
}

/** Adds files as scripts and selects the last one. A file that is not Lua text is refused with a notice. */
async function takeScripts({ scripts, notices }: Playground, files: readonly File[]): Promise<boolean> {
  let added = false;
  for (const file of files) {
    const problem = await takeScript(file, scripts);
    if (problem === null) added = true;
    else notices.error(`Couldn't open ${file.name}: ${problem}`);
  }
  return added;
}

async function takeScript(file: File, scripts: ScriptsModel): Promise<string | null> {
  if (!/\.(lua|txt)$/i.test(file.name)) return "only .lua and .txt files are supported.";
  if (file.size > LARGEST) return "it is larger than 1 MB.";
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return "it isn't UTF-8 text.";
  }
  if (source.includes("\0")) return "it isn't text. Compiled Lua isn't supported.";
  scripts.create(file.name.replace(/\.txt$/i, ""), source.replace(/\r\n?/g, "\n"));
  return null;
}

async function takeWorld({ worlds, notices }: Playground, file: File): Promise<void> {
  const importWorld = await loadView((views) => views.importWorld());
  const wrong = await importWorld({ world: worlds.main, notices }, file);
  if (wrong !== null) notices.error(wrong);
}
