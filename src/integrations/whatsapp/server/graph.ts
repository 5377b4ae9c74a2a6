/** Entry of `npm run graph`. */
import { runGraph } from "./command";

const { running, failed } = await runGraph(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
if (failed) process.exitCode = 1;

// The first signal saves the world and exits. A second one in the meantime exits at once.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void (running?.close() ?? Promise.resolve()).then(() => process.exit(0));
  });
}
