/** Valid and free script names, and the ids of lessons' scripts. */

/** The id of a lesson's script. It is fixed, so the script is found again and two tabs create only one. */
export function lessonScriptId(course: string, lesson: string): string {
  return `lesson:${course}:${lesson}`;
}

/** The lesson's id in the id of a script, or `null` if the script belongs to no lesson of the course. */
export function lessonOfScript(course: string, id: string): string | null {
  const start = lessonScriptId(course, "");
  return id.startsWith(start) ? id.slice(start.length) : null;
}

/** Whether a script is a learner's code for a lesson, by its id. */
export function isLessonScript(id: string): boolean {
  return id.startsWith("lesson:");
}

const EXTENSION = ".lua";
const LONGEST = 80;
/** Control characters, and characters that some file system refuses: a script can be saved as a file under its name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/u;

/** The trimmed name, ending in `.lua`. */
export function scriptName(typed: string): string {
  const name = typed.trim().replace(/\.lua$/i, "");
  return `${name.trim()}${EXTENSION}`;
}

/** Checks a name as typed. Returns what is wrong in one sentence, or `null`. `taken`: the other scripts' names. */
export function checkScriptName(typed: string, taken: readonly string[]): string | null {
  const name = scriptName(typed);
  if (name === EXTENSION) return "A script needs a name.";
  if (name.length > LONGEST) return `Names can have at most ${LONGEST} characters.`;
  const bad = FORBIDDEN.exec(name)?.[0];
  if (bad !== undefined) {
    return `Names can't contain ${bad < " " || bad.trim() === "" ? "control characters" : bad}.`;
  }
  if (name.startsWith(".")) return "Names can't start with a dot.";
  if (isTaken(name, taken)) return `There is already a script called ${name}.`;
  return null;
}

/** An unused name like `wanted`: `a.lua`, `a-2.lua`, `a-3.lua`. Never refuses: bad characters are removed. */
export function freeScriptName(wanted: string, taken: readonly string[]): string {
  const clean = scriptName(wanted.replace(new RegExp(FORBIDDEN, "gu"), " ").replace(/^[\s.]+/, ""));
  const base = Array.from(clean.slice(0, -EXTENSION.length))
    .slice(0, LONGEST - EXTENSION.length - 20)
    .join("");
  const stem = base === "" ? "untitled" : base;
  let name = `${stem}${EXTENSION}`;
  for (let n = 2; isTaken(name, taken); n++) name = `${stem}-${n}${EXTENSION}`;
  return name;
}

/** Ignores case, as many file systems do. */
function isTaken(name: string, taken: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return taken.some((other) => other.toLowerCase() === lower);
}
