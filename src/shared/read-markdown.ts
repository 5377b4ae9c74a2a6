import { Lexer, type Token, Tokenizer } from "marked";

/** UTF-16 units. The longest page of the reference has half of that. */
const LONGEST = 32 * 1024;
/** Quotes in quotes, lists in lists, emphasis in links. */
const DEEPEST = 50;
/** Characters that may be searched for the ends of emphasis: `*a *a *a` searches all that follows at each star. */
const MOST_SEARCHED = 4_000_000;

/** A Markdown text that would freeze the page or overflow its stack. `message` is a sentence about the text. */
export class MarkdownProblem extends Error {}

/** Parses Markdown (GFM). Throws a `MarkdownProblem` if it is too long, too deep or takes too long. */
export function readMarkdown(text: string): readonly Token[] {
  if (text.length > LONGEST) throw new MarkdownProblem("Its Markdown is longer than 32 kB.");
  return Lexer.lex(text, { gfm: true, tokenizer: new BoundedTokenizer() });
}

/** Marked's own, which recurses and searches without a limit. */
class BoundedTokenizer extends Tokenizer {
  #depth = 0;
  #searched = 0;

  override blockquote(src: string) {
    return this.#nested(() => super.blockquote(src));
  }

  override list(src: string) {
    return this.#nested(() => super.list(src));
  }

  override link(src: string) {
    return this.#nested(() => super.link(src));
  }

  override reflink(...given: Parameters<Tokenizer["reflink"]>) {
    return this.#nested(() => super.reflink(...given));
  }

  override emStrong(...given: Parameters<Tokenizer["emStrong"]>) {
    this.#search(given[0], /^[*_]/);
    return this.#nested(() => super.emStrong(...given));
  }

  override del(...given: Parameters<Tokenizer["del"]>) {
    this.#search(given[0], /^~/);
    return this.#nested(() => super.del(...given));
  }

  #nested<T>(read: () => T): T {
    if (this.#depth > DEEPEST) {
      throw new MarkdownProblem(
        `Its Markdown is nested deeper than ${DEEPEST} levels (quotes, lists, emphasis, links).`,
      );
    }
    this.#depth += 1;
    try {
      return read();
    } finally {
      this.#depth -= 1;
    }
  }

  #search(src: string, mark: RegExp): void {
    if (!mark.test(src)) return;
    this.#searched += src.length;
    if (this.#searched > MOST_SEARCHED) {
      throw new MarkdownProblem("Its Markdown has too many *, _ or ~ in one paragraph.");
    }
  }
}
