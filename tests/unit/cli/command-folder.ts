import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const launcher = fileURLToPath(new URL("../../../tools/cli.mjs", import.meta.url));

/** A folder for the tests of a file, and a terminal command that runs in it as a process of its own. */
export function commandFolder(command: string) {
  let folder = "";
  const run = (...args: readonly string[]) =>
    new Promise<{ out: string; error: string; code: number | null }>((resolve, reject) => {
      const child = spawn(process.execPath, [launcher, command, ...args], { cwd: folder });
      let out = "";
      let error = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        out += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        error += text;
      });
      child.on("error", reject).on("close", (code) => resolve({ out, error, code }));
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `${command}-command-`));
    // The first command builds; the others find it built.
    await run("--help");
  });
  afterAll(() => rm(folder, { recursive: true }));
  return { folder: () => folder, run };
}
