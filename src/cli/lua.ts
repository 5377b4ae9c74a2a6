/** Entry of `npm run lua`. */
import { runLua } from "./lua-command";

// Whoever read the output has gone (`| head`): what a shell reports for a program that SIGPIPE ended.
process.stdout.on("error", (problem: NodeJS.ErrnoException) =>
  process.exit(problem.code === "EPIPE" ? 141 : 1),
);

process.exitCode = await runLua(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
