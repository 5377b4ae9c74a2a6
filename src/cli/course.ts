/** Entry of `npm run course`. */
import { tryCourse } from "./course-command";

process.exitCode = await tryCourse(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
