import type { Catalog, Shape } from "../../integrations/catalog";
import type { NamespacePath } from "../namespace-path";
import type { Expression, FunctionExpression, ParsedScript, TableExpression } from "../parse/ast";

/** The value of an expression. */
export type Value =
  /** `app` and what is below it. */
  | { readonly kind: "namespace"; readonly path: NamespacePath }
  /** A library or one of its members: `string`, `string.rep`, `print`. */
  | { readonly kind: "standard"; readonly name: string }
  /** Data of a known shape: strings, numbers, a call's result and its contents. */
  | {
      readonly kind: "shape";
      readonly shape: Shape;
      /** It may be an error's text instead: the second result of `pcall`. */
      readonly orText?: true;
      /** It may be nil: a field that an answer can lack. */
      readonly optional?: true | undefined;
      /** Read from a parameter, by what the calls of its function pass: the function may be meant for more. */
      readonly passed?: true | undefined;
    }
  /** The second result of `pcall`: what the function returns (`null` if it is not known), or an error (a text?). */
  | { readonly kind: "outcome"; readonly success: Value | null; readonly text: boolean }
  | { readonly kind: "table"; readonly table: TableExpression }
  | { readonly kind: "function"; readonly body: FunctionExpression };

/** Finds values within one script. */
export interface Inference {
  readonly script: ParsedScript;
  readonly catalog: Catalog;
  /** The value of an expression, or `null` if it is not certain. */
  of(expression: Expression): Value | null;
}

/** Computes something once for each script and catalog. */
export function onceFor<T>(compute: (inference: Inference) => T): (inference: Inference) => T {
  // An `Analysis` is a copy of its script's inference, with the same `of`.
  const known = new WeakMap<Inference["of"], { readonly value: T }>();
  return (inference) => {
    const found = known.get(inference.of) ?? { value: compute(inference) };
    known.set(inference.of, found);
    return found.value;
  };
}
