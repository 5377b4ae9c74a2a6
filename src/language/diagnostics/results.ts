/** Fields that an answer does not have. */
import type { LanguageContext } from "../context";
import type { Script } from "../parse/ast";
import { nodes } from "../parse/walk";
import { valueIn } from "../values";
import { type Diagnostic, didYouMean, mark, nearest, rename } from "./diagnostic";

/**
 * Marks names that are nearly those of a field (`result.message[1].id`). Others are let pass: the real API may answer
 * with more than the catalog lists.
 */
export function checkResults(script: Script, { catalog }: LanguageContext): Diagnostic[] {
  return nodes(script).expressions.flatMap((node): Diagnostic[] => {
    if (node.kind !== "member" || node.style === ":" || node.name.text === "") return [];
    const object = valueIn(node.object, script, catalog);
    if (object?.kind !== "shape") return [];
    const { text } = node.name;
    if (object.shape.kind === "array") {
      const message = `This is a list: \`${text}\` is a field of its entries, e.g. \`[1].${text}\`.`;
      const { items } = object.shape;
      const ofEntry = items.kind === "object" && Object.hasOwn(items.fields, text);
      return ofEntry ? [mark("unknown-result-field", node.name, message)] : [];
    }
    if (object.shape.kind !== "object" || Object.hasOwn(object.shape.fields, text)) return [];
    const meant = nearest(text, Object.keys(object.shape.fields));
    if (meant === null) return [];
    const message = `The answer has no field \`${text}\`.${didYouMean(meant)}`;
    const fixes = node.style === "." ? [rename(node.name, meant)] : [];
    return [mark("unknown-result-field", node.name, message, { fixes })];
  });
}
