/** The lesson that an id names: its own, or one it had when ids began with a number (`03-the-window`). */
export function lessonNamed<L extends { readonly id: string }>(lessons: readonly L[], id: string): L | null {
  const bare = id.replace(/^\d+-/, "");
  return lessons.find((lesson) => lesson.id === id) ?? lessons.find((lesson) => lesson.id === bare) ?? null;
}
