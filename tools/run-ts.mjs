/**
 * Runs a TypeScript program of this folder in Node: `node tools/run-ts.mjs FILE [arguments]`. Vite compiles it in memory, so
 * there is no second tool chain and no output folder.
 */
import { resolve } from "node:path";
import { runnerImport } from "vite";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) throw new Error("Usage: node tools/run-ts.mjs FILE [arguments]");
process.argv = [process.argv[0], resolve(file), ...args];
await runnerImport(resolve(file), { configFile: false, logLevel: "error" });
