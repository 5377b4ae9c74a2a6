/**
 * Text as WhatsApp renders it: *bold*, _italic_, ~strike~, `code`, ```mono```, lists and quotes
 * (WhatsApp help centre, "How to format your messages"). Beyond that page, as in the apps: a mark counts if no letter or digit
 * is next to it outside and no space inside, and never extends past the end of a line. Mono may.
 */
export type Inline =
  | { readonly kind: "text" | "code" | "mono" | "link"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike"; readonly children: readonly Inline[] };

export type TextBlock =
  | { readonly kind: "paragraph" | "quote"; readonly inlines: readonly Inline[] }
  | { readonly kind: "bullets"; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "numbers"; readonly start: number; readonly items: readonly (readonly Inline[])[] };

/** Parses a message's text. Never fails. Everything but marks stays unchanged. */
export function parseWhatsAppText(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of linesOf(text)) append(blocks, readLine(line));
  return blocks;
}

/** The text without marks, in one line: for lists and screen readers. */
export function unformatted(text: string): string {
  const said = parseWhatsAppText(text).flatMap((block) =>
    block.kind === "bullets" || block.kind === "numbers"
      ? block.items.map(wordsOf)
      : [wordsOf(block.inlines)],
  );
  return said.join(" ").replaceAll(/\s+/g, " ").trim();
}

/** The first web address in a text, as WhatsApp picks the one it previews, or `null`. */
export function firstLink(text: string): string | null {
  for (const match of text.matchAll(/https?:\/\//gi)) {
    const link = linkAt(text, match.index);
    if (link !== null) return link;
  }
  return null;
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => ("text" in one ? one.text : wordsOf(one.children))).join("");
}

/** Pieces of one line: text still to be parsed, or mono, unchanged (which may contain line breaks). */
type Piece = string | { readonly mono: string };

const MONO = /```([^`]|`(?!``))+```/g;

function linesOf(text: string): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  const take = (plain: string) => {
    const [first = "", ...rest] = plain.split("\n");
    if (first !== "") line.push(first);
    for (const next of rest) {
      lines.push(line);
      line = next === "" ? [] : [next];
    }
  };
  let at = 0;
  for (const match of text.matchAll(MONO)) {
    const mono = match[0].slice(3, -3);
    if (mono.trim() === "") continue;
    take(text.slice(at, match.index));
    line.push({ mono });
    at = match.index + match[0].length;
  }
  take(text.slice(at));
  lines.push(line);
  return lines;
}

/** One line as a separate block. Neighbours of one kind are joined afterwards. */
function readLine(line: readonly Piece[]): TextBlock {
  const [first] = line;
  const start = typeof first === "string" ? first : "";
  const after = (length: number) => inlinesOf([start.slice(length), ...line.slice(1)]);
  const bullet =
    /^[*-] +(?=\S)/.exec(start)?.[0] ?? (/^[*-] +$/.test(start) && line.length > 1 ? start : null);
  if (bullet !== null) return { kind: "bullets", items: [after(bullet.length)] };
  const number = /^(\d{1,3})\. +(?=\S)/.exec(start);
  if (number !== null) return { kind: "numbers", start: Number(number[1]), items: [after(number[0].length)] };
  const quote = /^> ?(?=.)/.exec(start)?.[0];
  if (quote !== undefined) return { kind: "quote", inlines: after(quote.length) };
  return { kind: "paragraph", inlines: inlinesOf(line) };
}

function append(blocks: TextBlock[], next: TextBlock): void {
  const last = blocks.at(-1);
  if (next.kind === "bullets" && last?.kind === "bullets") {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...next.items] };
  } else if (
    next.kind === "numbers" &&
    last?.kind === "numbers" &&
    next.start === last.start + last.items.length
  ) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...next.items] };
  } else if ("inlines" in next && last !== undefined && "inlines" in last && last.kind === next.kind) {
    const inlines: Inline[] = [...last.inlines, { kind: "text", text: "\n" }, ...next.inlines];
    blocks[blocks.length - 1] = { kind: next.kind, inlines };
  } else {
    blocks.push(next);
  }
}

function inlinesOf(line: readonly Piece[]): Inline[] {
  return line.flatMap((piece): readonly Inline[] =>
    typeof piece === "string" ? readInline(piece) : [{ kind: "mono", text: piece.mono }],
  );
}

const KINDS = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof KINDS;
const isMark = (char: string): char is Mark => Object.hasOwn(KINDS, char);
const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isBlank = (char: string | undefined) => char === undefined || /\s/.test(char);

function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  // A mark without an end from here on has none further on, so each is searched to the end of the line only once.
  const endless = new Set<string>();
  let plain = "";
  const push = (inline: Inline) => {
    if (plain !== "") found.push({ kind: "text", text: plain });
    plain = "";
    found.push(inline);
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const link = char === "h" || char === "H" ? linkAt(text, at) : null;
    if (link !== null) {
      push({ kind: "link", text: link });
      at += link.length;
      continue;
    }
    const end = endOf(text, at, char, endless);
    if (end === null) {
      plain += char;
      at += 1;
      continue;
    }
    const inner = text.slice(at + 1, end);
    push(isMark(char) ? { kind: KINDS[char], children: readInline(inner) } : { kind: "code", text: inner });
    at = end + 1;
  }
  if (plain !== "") found.push({ kind: "text", text: plain });
  return found;
}

/** Where the mark that begins at `at` ends, or `null` if none begins there or it has no end. */
function endOf(text: string, at: number, char: string, endless: Set<string>): number | null {
  if (endless.has(char)) return null;
  if (char === "`") {
    const end = text.indexOf("`", at + 1);
    if (end === -1) endless.add(char);
    return end > at + 1 && text.slice(at + 1, end).trim() !== "" ? end : null;
  }
  if (!isMark(char) || isWord(text[at - 1]) || isBlank(text[at + 1]) || text[at + 1] === char) return null;
  for (let end = text.indexOf(char, at + 2); end !== -1; end = text.indexOf(char, end + 1)) {
    if (!isBlank(text[end - 1]) && !isWord(text[end + 1])) return end;
  }
  endless.add(char);
  return null;
}

/** The web address that begins here, without marks and punctuation after it. */
function linkAt(text: string, at: number): string | null {
  if (isWord(text[at - 1])) return null;
  const match = /^https?:\/\/[^\s<>"`]+/i
    .exec(text.slice(at, at + 2100))?.[0]
    .replace(/[.,;:!?'*_~)\]}]+$/, "");
  return match !== undefined && URL.canParse(match) ? match : null;
}
