import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds the page with another list of integrations (`PLAYGROUND_INTEGRATIONS`) into a folder of its own and returns that
 * folder's path.
 *
 * @throws Error with Vite's output when the build fails
 */
export async function buildWithList(list: string): Promise<string> {
  const folder = join(PROJECT, ".cache", "page-with-own-list");
  await rm(folder, { recursive: true, force: true });
  const options = ["build", "--outDir", folder, "--logLevel", "warn"];
  await promisify(execFile)(join(PROJECT, "node_modules", ".bin", "vite"), options, {
    cwd: PROJECT,
    env: { ...process.env, PLAYGROUND_INTEGRATIONS: join(PROJECT, list) },
  });
  return folder;
}
