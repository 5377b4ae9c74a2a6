/**
 * Returns what an explanation adds to a message: without the sentences at its beginning that say the same again, whatever
 * punctuation each uses. `""` if nothing is left.
 */
export function newIn(message: string, explanation: string): string {
  const said = plain(message);
  const wrongType = /Parameter "(.+?)" must be /.exec(message)?.[1];
  const sentences = explanation.split(/(?<=[.?!])\s+/);
  const first = sentences.findIndex(
    (sentence) => !said.includes(plain(sentence)) && !sentence.startsWith(`\`${wrongType}\` expects `),
  );
  return first === -1 ? "" : sentences.slice(first).join(" ");
}

function plain(text: string): string {
  return text.replace(/["'`.,:?]/g, "");
}
