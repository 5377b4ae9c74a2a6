/** The start of a text: at most `most` UTF-16 units, and never half a surrogate pair. */
export function startOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, Math.max(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most));
}

/** A text of at most `most` UTF-16 units, the last of them an ellipsis if it had to be cut. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${startOf(text, most - 1)}…`;
}

/** A text of at most `most` UTF-16 units, followed by how many more there were if it had to be cut. */
export function clipText(text: string, most: number): string {
  const start = startOf(text, most);
  const rest = text.length - start.length;
  return rest === 0 ? text : `${start}… (${rest} more characters)`;
}
