/**
 * What a reader can't see, or what moves other letters: controls, bidirectional and zero-width characters, fillers, spaces
 * other than U+0020, lone surrogates and unassigned code points. A line break shows as one. Characters that join or colour an
 * emoji stay.
 */
const UNSEEN =
  /(?<=\p{Extended_Pictographic})\ufe0f|(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})|((?![\n ])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800])/gu;

/** Returns a text with every invisible character written out like `U+202E`, for a person who must judge it. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (found, unseen: string | undefined) =>
    unseen === undefined ? found : codePoint(found),
  );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
