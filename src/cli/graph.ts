/** Entry of `npm run graph`. */
import { runGraph } from "./graph-command";

const { failed } = await runGraph(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
if (failed) process.exitCode = 1;
