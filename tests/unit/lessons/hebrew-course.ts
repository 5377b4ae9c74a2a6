/** A course in a language that is written from right to left. */
export const hebrewCourse: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "course.json": JSON.stringify({
      id: "tea-in-hebrew",
      title: "קורס תה",
      lang: "he",
      dir: "rtl",
      chapters: [{ title: "התחלה", lessons: ["return"] }],
    }),
    "return/lesson.md": `# החזרת מספר

סקריפט מחזיר ערך עם \`return\`:

\`\`\`lua
return 6 * 7
\`\`\`

## המשימה

החזירו 42.
`,
    "return/starter.lua": "return 0\n",
    "return/solution.lua": "return 42\n",
    "return/hints.md": "- המספר הוא בין 41 ל־43.\n",
    "return/lesson.json": JSON.stringify({
      idea: "סקריפט מחזיר ערך.",
      worlds: [
        { name: "חנות התה", base: "shop" },
        { name: "המרפאה", base: "clinic" },
      ],
      checks: [{ id: "answer", kind: "returned", value: 42, say: "הוחזר {seen} ולא 42.", see: "#המשימה" }],
    }),
  }),
);
