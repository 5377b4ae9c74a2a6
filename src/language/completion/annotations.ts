import type { Analysis } from "../analysis";
import { annotationsOf, BASIC_TYPES, TAGS } from "../infer/annotations";
import { nodes } from "../parse/walk";
import { type Completion, completion } from "./item";

/** Tags, parameters and types in a comment that begins with `---`, or `null` elsewhere. */
export function annotationItems(offset: number, { script }: Analysis): readonly Completion[] | null {
  const token = script.tokens.find(({ start, end }) => start < offset && offset <= end);
  if (token?.kind !== "comment" || !token.text.startsWith("---")) return null;
  const typed = script.source.slice(token.start, offset);
  const word = /\w*$/.exec(typed)?.[0] ?? "";
  const range = { start: offset - word.length, end: offset };
  if (/^---\s*@\w*$/.test(typed))
    return [...TAGS].map(([tag, detail], order) =>
      completion(tag, "keyword", range, order, { detail, insert: `${tag} ` }),
    );
  if (/^---\s*@param\s+\w*$/.test(typed)) {
    const next = nodes(script).expressions.find(
      (node) => node.kind === "function" && node.start >= token.end,
    );
    const names = next?.kind === "function" ? next.parameters.map(({ text }) => text) : [];
    return names.map((name, order) => completion(name, "parameter", range, order, { insert: `${name} ` }));
  }
  if (!/^---\s*@(?:param\s+\w+\??|field\s+\w+\??|type|return|alias\s+\w+)\s+(?:.*[|<,[\s])?\w*$/.test(typed))
    return null;
  return [...annotationsOf(script).names, ...BASIC_TYPES].map((name, order) =>
    completion(name, "value", range, order, { detail: "type" }),
  );
}
