/** The files of a course with one small lesson, as a teacher would write it. */
export function sampleCourse(changes: Readonly<Record<string, string | null>> = {}): Map<string, string> {
  const files = new Map(
    Object.entries({
      "course.json": '{ "id": "tea-class", "title": "Tea class" }',
      "01-return/lesson.md": "# Return a number\n\nReturn 42.\n\n## Your task\n\nDo it.\n",
      "01-return/starter.lua": "return 0\n",
      "01-return/solution.lua": "return 42\n",
      "01-return/hints.md": "- It is between 41 and 43.\n- `return 42`\n",
      "01-return/lesson.json": JSON.stringify(sampleLesson),
    }),
  );
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

export const sampleLesson = {
  idea: "A script returns a value.",
  worlds: [
    { name: "the shop", base: "shop", facts: { answer: 42 } },
    { name: "nowhere", base: "empty", facts: { answer: 42 } },
  ],
  checks: [
    {
      id: "answer",
      kind: "returned",
      value: "$answer",
      say: "You returned {seen}, not {answer}.",
      see: "#Your task",
    },
  ],
};
