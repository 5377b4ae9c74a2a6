/** Scripts in and out as `.lua` files. */
import type { Playground } from "../../app/playground";
import type { SavedScript, ScriptsModel } from "../../app/scripts";
import { download } from "../parts/download";

/** Bytes; far beyond any script, far below what would make an editor slow. */
const LARGEST = 1024 * 1024;

/** Adds files as scripts and selects the last one. A file that is not Lua text is refused with a notice. */
export async function importFiles({ scripts, notices }: Playground, files: Iterable<File>): Promise<void> {
  for (const file of files) {
    const problem = await importFile(file, scripts);
    if (problem !== null) notices.error(`${file.name} was not opened: ${problem}`);
  }
}

async function importFile(file: File, scripts: ScriptsModel): Promise<string | null> {
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

export function exportScript(script: SavedScript): void {
  download(script.name, "text/x-lua", script.source);
}
