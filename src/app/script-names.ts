/** What a script may be called, names that are still free, and the ids of lessons' scripts. */

/** The id of a lesson's script: fixed, so that it is found again, and two tabs make one. */
export function lessonScriptId(course: string, lesson: string): string {
  return `lesson:${course}:${lesson}`;
}

/** The lesson's id in the id of a script, or `null` if the script belongs to no lesson of the course. */
export function lessonOfScript(course: string, id: string): string | null {
  const start = lessonScriptId(course, "");
  return id.startsWith(start) ? id.slice(start.length) : null;
}

/** Whether a script is a learner's code of a lesson, by its id. */
export function isLessonScript(id: string): boolean {
  return id.startsWith("lesson:");
}

const EXTENSION = ".lua";
const LONGEST = 80;
/** Refused by one file system or another, or control characters: a script can be saved as a file under its name. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/u;

/** The name with `.lua` at its end and no space around it. */
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

/** A name like `wanted` that no other script has: `a.lua`, `a-2.lua`, `a-3.lua`. Never refuses: bad characters go. */
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

/** Letter case does not tell names apart: on many file systems it would not either. */
function isTaken(name: string, taken: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return taken.some((other) => other.toLowerCase() === lower);
}
