/** Runs the stages of `npm test` beside each other and prints each one's output in one piece. */
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs rows of stages: within a row in turn, the rows beside each other. The stage in front prints as it goes; what
 * another one prints meanwhile is held until all in front of it have ended.
 *
 * @typedef {{ fault: string | null, passed?: number, skipped?: number, failures?: string[] }} Outcome
 * @typedef {{ name: string, run(print: (text: string) => void): Promise<string | null | Outcome> }} Stage
 *   `run` resolves to what went wrong, or `null`, alone or with the tests' counts and the names of those that failed.
 * @param {Stage[][]} rows
 * @param {Stage[]} order in which stages are printed
 */
export async function runStages(rows, order) {
  const began = performance.now();
  const waiting = order.filter((stage) => rows.flat().includes(stage));
  const held = new Map(waiting.map((stage) => [stage, []]));
  const ended = new Map();
  const showHeading = () => {
    if (waiting.length > 0) console.log(`\n── ${waiting[0].name} ──`);
    for (const text of held.get(waiting[0]) ?? []) process.stdout.write(text);
  };
  const print = (stage, text) => {
    if (stage === waiting[0]) process.stdout.write(text);
    else held.get(stage).push(text);
  };
  const end = (stage, outcome, seconds) => {
    ended.set(stage, outcome);
    print(stage, `── ${stage.name}: ${outcome.fault ?? "done"}, ${seconds} s ──\n`);
    while (ended.has(waiting[0])) {
      waiting.shift();
      showHeading();
    }
  };

  showHeading();
  await Promise.all(
    rows.map(async (row) => {
      for (const stage of row) {
        const started = performance.now();
        const outcome = await stage.run((text) => print(stage, text)).catch((error) => error.message);
        const whole = outcome === null || typeof outcome === "string" ? { fault: outcome } : outcome;
        const seconds = Math.round((performance.now() - started) / 1000);
        end(stage, { name: stage.name, passed: 0, skipped: 0, failures: [], ...whole }, seconds);
      }
    }),
  );
  console.log(`\nAll stages: ${Math.round((performance.now() - began) / 1000)} s`);
  return [...ended.values()];
}

/** Runs one of the project's own commands. Resolves to `null`, or to what went wrong. */
export function command(print, name, args, extraEnv = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}), ...extraEnv, PATH: path },
      shell: process.platform === "win32",
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", print);
    child.on("error", (error) =>
      resolve(`${name} could not be started (${error.message}); run npm ci first`),
    );
    child.on("exit", (code, signal) => {
      const fault = code === 0 ? null : `${name} ended with ${signal ?? `exit code ${code}`}`;
      // The streams close a moment later, or never if something it started lives on.
      child.on("close", () => resolve(fault));
      setTimeout(resolve, 5_000, fault).unref();
    });
  });
}
