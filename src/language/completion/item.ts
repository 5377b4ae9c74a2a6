import type { FunctionSpec } from "../../integrations/catalog";
import type { Range } from "../parse/ast";

/** One thing to choose. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | "namespace"
    | "account"
    | "function"
    | "parameter"
    | "value"
    | "field"
    | "variable"
    | "library"
    | "constant"
    | "keyword"
    | "snippet";
  /** A word or a signature beside the label. */
  readonly detail: string;
  /** Markdown, or empty. */
  readonly documentation: string;
  /** Text put in place of `range`; with `$1`, `${2:…}` when `snippet`. */
  readonly insert: string;
  readonly snippet: boolean;
  readonly range: Range;
  /** Lower comes first. */
  readonly order: number;
}

/** Something to choose that inserts its own label, unless `more` says otherwise. */
export function completion(
  label: string,
  kind: Completion["kind"],
  range: Range,
  order: number,
  more: Partial<Completion> = {},
): Completion {
  return { label, kind, detail: "", documentation: "", insert: label, snippet: false, range, order, ...more };
}

/** Escapes text for use inside a snippet. */
function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** The call of a function with its required parameters as fields to fill in. */
export function callSnippet(callee: string, spec: FunctionSpec): string {
  return `${snippetText(callee)}(${spec.parameters.length === 0 ? "" : tableSnippet(spec)})$0`;
}

/** The table of a call's arguments. */
export function tableSnippet(spec: FunctionSpec): string {
  const lines = requiredFields(spec);
  return lines.length === 0 ? "{ $1 }" : `{\n${lines.join("\n")}\n}`;
}

/** A function's required parameters as lines of a table, the values to fill in. */
export function requiredFields({ parameters }: FunctionSpec): string[] {
  return parameters
    .filter((parameter) => parameter.required)
    .map(({ name, example }, index) => `\t${name} = \${${index + 1}:${snippetText(example)}},`);
}
