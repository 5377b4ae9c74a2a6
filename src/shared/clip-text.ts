/** A text of at most `most` characters (UTF-16 units), followed by how many more there were when it had to be cut. */
export function clipText(text: string, most: number): string {
  const rest = text.length - most;
  return rest <= 0 ? text : `${text.slice(0, most)}… (${rest} more characters)`;
}
