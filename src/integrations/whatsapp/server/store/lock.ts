import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../../../shared/usage-error";

/** Locks of this process, to tell them from those of an earlier process with the same id. */
const held = new Set<string>();

/**
 * Makes sure that no other server keeps its world in the file. Returns a function that releases the lock. Throws a `UsageError`
 * if another server has it. The lock of a killed server does not count.
 */
export function lock(file: string): () => void {
  const path = `${file}.lock`;
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let attempt = 0; !made(own, path); attempt++) {
      const owner = ownerOf(path);
      if (attempt > 10 || (owner !== null && isAlive(owner, path))) {
        throw new UsageError(
          `--save-world: another server (process ${owner ?? "unknown"}) is using ${file}. Stop it, or use another file. If no such server is running, remove ${path}.`,
        );
      }
      removeStale(path, owner);
    }
  } finally {
    rmSync(own, { force: true });
  }
  held.add(path);
  for (const left of leftovers(path)) rmSync(left, { force: true });
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Files left by processes that were killed while taking the lock. */
function leftovers(path: string): readonly string[] {
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.`));
  return names
    .filter((name) => !isAlive(Number(/\.lock\.(\d+)/.exec(name)?.[1] ?? 0), path))
    .map((name) => join(dirname(path), name));
}

/** Whether the lock was created. A link is created atomically. */
function made(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "EEXIST") return false;
    throw problem;
  }
}

function ownerOf(path: string): number | null {
  try {
    const text = readFileSync(path, "utf8");
    return /^\d{1,10}$/.test(text) ? Number(text) : null;
  } catch {
    // It has disappeared in the meantime.
    return null;
  }
}

function isAlive(owner: number, path: string): boolean {
  if (owner === process.pid) return held.has(path);
  try {
    process.kill(owner, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && "code" in problem && problem.code === "EPERM";
  }
}

/** Removes the lock of a dead owner. Restores a lock that another server has put there in the meantime. */
function removeStale(path: string, owner: number | null): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    // It has disappeared in the meantime.
    return;
  }
  if (ownerOf(aside) !== owner) made(aside, path);
  rmSync(aside, { force: true });
}
