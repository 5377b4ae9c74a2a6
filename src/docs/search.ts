import { plainText } from "../shared/markdown";
import type { DocPage } from "./docs";

/** A page that matches, with the place that matches best. */
export interface SearchHit {
  readonly page: DocPage;
  /** Higher is better; says nothing but the order. */
  readonly score: number;
  /** Plain text of one line, at most 160 characters, `…` where it was cut. */
  readonly snippet: string;
  /** The heading above that place as plain text; `null` for the top of the page. */
  readonly heading: string | null;
}

const SNIPPET = 160;

/**
 * Pages that hold every word of the query, best first; when none does, those that hold any. A word counts for more in a
 * page's name and title than in its summary, headings and text, and the words side by side for more than apart. No words,
 * no hits.
 */
export function searchDocs(pages: readonly DocPage[], query: string): readonly SearchHit[] {
  const words = [...new Set(wordsOf(query))];
  if (words.length === 0) return [];
  const stems = words.map(stem);
  const usual = pages.reduce((sum, page) => sum + textOf(page).length, 0) / pages.length;
  const scored = pages.flatMap((page) => {
    const scores = stems.map((word) => scoreWord(page, word, usual));
    const found = scores.filter((score) => score > 0).length;
    if (found === 0) return [];
    const exact = wordsOf(page.name).at(-1) === words.join("_") ? 100 : 0;
    const together = stems.join("\\p{L}*[\\s_]+");
    const phrase =
      words.length > 1 ? 2 * occurrences(page, together, usual) + (explains(page, together) ? 12 : 0) : 0;
    return [{ page, found, score: exact + phrase + scores.reduce((sum, score) => sum + score, 0) }];
  });
  const most = Math.max(...scored.map(({ found }) => found), 0);
  return scored
    .filter(({ found }) => most < words.length || found === words.length)
    .sort((a, b) => b.found - a.found || b.score - a.score)
    .map(({ page, score }) => ({ page, score, ...bestPlace(page, stems) }));
}

/** Cuts a text where words of the query begin and end, to mark them. The parts joined are the text. */
export function matchedParts(text: string, query: string): readonly { text: string; matched: boolean }[] {
  const stems = wordsOf(query).map(stem);
  if (stems.length === 0) return [{ text, matched: false }];
  const found = new RegExp(`(?<![\\p{L}\\p{N}])((?:${stems.join("|")})[\\p{L}\\p{N}]*)`, "giu");
  return text.split(found).map((part, index) => ({ text: part, matched: index % 2 === 1 }));
}

/** The searched text. */
const textOf = ({ own, markdown }: DocPage) => own ?? markdown;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

// Words are sought by their beginnings, so an ending less finds the other forms too: `retries`, `sending`, `expired`.
function stem(word: string): string {
  return word.includes("_") ? word : word.replace(/(?<=.{4})(ies|ing|ed|e?s)$/, "");
}

function scoreWord(page: DocPage, word: string, usual: number): number {
  const headings =
    textOf(page)
      .match(/^#+ .*$/gm)
      ?.join("\n") ?? "";
  return (
    (count(page.name, word) > 0 ? 20 : 0) +
    (count(page.title, word) > 0 ? 12 : 0) +
    (count(page.summary, word) > 0 ? 8 : 0) +
    (count(headings, word) > 0 ? 5 : 0) +
    (explains(page, word) ? 6 : 0) +
    occurrences(page, word, usual)
  );
}

/** True if a page has the word in bold or at the start of a table row: that is where it is explained. */
function explains(page: DocPage, word: string): boolean {
  return new RegExp(`(^\\| \`?|\\*\\*)${word}(?!\\p{N})`, "imu").test(textOf(page));
}

/** How much a page is about something: each repetition says less than the one before, and less in a long page. */
function occurrences(page: DocPage, word: string, usual: number): number {
  return Math.log2(1 + (count(textOf(page), word) * 2 * usual) / (usual + textOf(page).length));
}

/** How often the text has the word, at the beginning of one of its own words (`temp` finds `templates`). */
function count(text: string, word: string): number {
  // `word` holds letters, digits and underscores only, or several such with a pattern for what is between them.
  const starts = new RegExp(
    `(?<![\\p{L}\\p{N}])${word}${word.length < 3 ? "(?![\\p{L}\\p{N}])" : ""}`,
    "giu",
  );
  return text.match(starts)?.length ?? 0;
}

/** A line of a page, how well it matches, and the heading above it. */
interface Place {
  readonly text: string;
  readonly weight: number;
  readonly heading: string | null;
}

function bestPlace(page: DocPage, words: readonly string[]): Pick<SearchHit, "snippet" | "heading"> {
  let best: Place = { text: page.summary, weight: 0, heading: null };
  let heading: string | null = null;
  let code = false;
  const lines = textOf(page).split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("```")) code = !code;
    if (!code) heading = /^##+ (.*)/.exec(line)?.[1] ?? heading;
    // Headings, a table's head and fences say little; of the others, the first line with most words wins.
    if (/^(#|```|\| -)/.test(line) || lines[index + 1]?.startsWith("| -")) continue;
    const matches = words.filter((word) => count(line, word) > 0).length;
    // Code is shown only where no sentence has as many of the words.
    const weight = matches === 0 ? 0 : matches - (code ? 0.5 : 0);
    if (weight > best.weight) best = { text: line, weight, heading };
  }
  const text = plainText(best.text.replace(/^\| | \|$/g, "").replaceAll(" | ", " · "));
  return {
    snippet: cut(text, words[0] ?? ""),
    heading: best.heading === null ? null : plainText(best.heading),
  };
}

function cut(text: string, word: string): string {
  if (text.length <= SNIPPET) return text;
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.min(Math.max(0, at - SNIPPET / 3), text.length - SNIPPET + 2);
  const piece = text.slice(from, from + SNIPPET - 2).trim();
  return `${from > 0 ? "…" : ""}${piece}${from + SNIPPET - 2 < text.length ? "…" : ""}`;
}
