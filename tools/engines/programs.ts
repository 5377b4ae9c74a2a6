import { type ChildProcess, spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The first of these programs on PATH or among the given absolute paths, or `null` if there is none. */
export async function findProgram(names: readonly string[]): Promise<string | null> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const path of name.startsWith("/") ? [name] : folders.map((folder) => join(folder, name))) {
      const usable = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (usable) return path;
    }
  }
  return null;
}

/** Ends a program that this process started and waits until it is gone. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once("exit", () => resolve());
    child.kill();
  });
}

/**
 * Starts Xvfb on a display of its own choice.
 *
 * @returns the program and the display's name, e.g. `:3`
 */
export function startDisplay(
  program: string,
): Promise<{ readonly child: ChildProcess; readonly display: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`Xvfb ended with exit code ${code} before it had a display.`)),
    );
    child.stdout.once("data", (data: Buffer) => resolve({ child, display: `:${data.toString().trim()}` }));
  });
}
