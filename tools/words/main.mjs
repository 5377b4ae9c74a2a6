/** `npm run words`: everything that the page says, by file, to read in one pass. `npm run words -- src/ui` reads a part. */
import { pageStrings } from "./page-strings.mjs";

const part = process.argv[2] ?? "";
let shown = "";
for (const { file, line, text } of pageStrings()) {
  if (!file.startsWith(part)) continue;
  if (file !== shown) console.log(`\n${file}`);
  shown = file;
  console.log(`${String(line).padStart(5)}  ${text}`);
}
