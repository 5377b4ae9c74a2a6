/** A course in a language that is written from right to left. Its lesson has the id of one in the built-in course. */
export const hebrewCourse: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "course.json": JSON.stringify({
      id: "tea-in-hebrew",
      title: "קורס תה",
      lang: "he",
      dir: "rtl",
      chapters: [{ title: "התחלה", lessons: ["values"] }],
    }),
    "values/lesson.md": `# החזרת מספר

סקריפט מחזיר ערך עם \`return\`:

\`\`\`lua
return 6 * 7
\`\`\`

## המשימה

החזירו 42.
`,
    "values/starter.lua": "return 0\n",
    "values/solution.lua": "return 42\n",
    "values/hints.md": "- המספר הוא בין 41 ל־43.\n",
    "values/lesson.json": JSON.stringify({
      idea: "סקריפט מחזיר ערך.",
      worlds: [
        { name: "חנות התה", base: "shop" },
        { name: "המרפאה", base: "clinic" },
      ],
      checks: [{ id: "answer", kind: "returned", value: 42, say: "הוחזר {seen} ולא 42.", see: "#המשימה" }],
    }),
  }),
);
