/**
 * Returns what the first explanation with anything new adds to a message: without the sentences at its beginning that say the
 * same again, whatever punctuation each uses. `null` if none adds anything.
 */
export function newIn(message: string, explanations: readonly string[]): string | null {
  const said = plain(message);
  const wrongType = /Parameter "(.+?)" must be /.exec(message)?.[1];
  const isNew = (sentence: string) =>
    !said.includes(plain(sentence)) && !sentence.startsWith(`\`${wrongType}\` expects `);
  for (const explanation of explanations) {
    const sentences = explanation.split(/(?<=[.?!])\s+/);
    const first = sentences.findIndex(isNew);
    if (first !== -1) return sentences.slice(first).join(" ");
  }
  return null;
}

function plain(text: string): string {
  return text.replace(/["'`.,:?]/g, "");
}
