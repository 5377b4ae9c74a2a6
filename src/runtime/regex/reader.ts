/** A pattern's text, read from left to right. */
export class PatternReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next UTF-16 unit; empty at the end. */
  get next(): string {
    return this.#text[this.#at] ?? "";
  }

  /** Consumes the text that matches `expression` here. Returns `null` if nothing does. */
  take(expression: RegExp): RegExpExecArray | null {
    const sticky = stickyOf(expression);
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }
}

const known = new Map<string, RegExp>();

function stickyOf({ source }: RegExp): RegExp {
  const sticky = known.get(source) ?? new RegExp(source, "yu");
  known.set(source, sticky);
  return sticky;
}
