/** The tree of a script, with a node for everything that could be read, including unfinished code. */
import type { Token } from "../lexer";
import type { Lines } from "../lines";

/** Offsets in UTF-16 units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A name as written. An empty range means a name that is still missing. */
export interface Identifier extends Range {
  readonly text: string;
}

export interface SyntaxMistake extends Range {
  /** In real Lua's words, with the `near` part and without the position. */
  readonly message: string;
  readonly cause?: MistakeCause;
}

/** How the parser explained a mistake in order to continue after it. */
export type MistakeCause =
  /** A comma is missing before it. */
  | { readonly kind: "comma" }
  /** The bracket that should be closed here never is. */
  | { readonly kind: "unclosed" }
  /** A word was probably meant to be this keyword. */
  | { readonly kind: "keyword"; readonly word: Range; readonly meant: string };

/** A local variable, parameter or loop variable. */
export interface Binding extends Identifier {
  readonly kind: "local" | "function" | "parameter" | "loop";
  readonly attrib: string | null;
  /** Declared by a plain `local name` without a value. */
  bare: boolean;
  /**
   * The value it is declared with: an expression, a later result of a call (`position` from 0), the variable of a loop over
   * `iterator`, or unknown.
   */
  origin:
    | { readonly kind: "value"; readonly value: Expression }
    | { readonly kind: "result"; readonly call: CallExpression; readonly position: number }
    | { readonly kind: "iterated"; readonly iterator: Expression; readonly position: number }
    | { readonly kind: "number" }
    | { readonly kind: "unknown" };
  /** Where it can be named: from here … */
  visibleFrom: number;
  /** … up to here. */
  visibleTo: number;
  readonly uses: { readonly start: number; readonly end: number; readonly write: boolean }[];
}

export interface Block extends Range {
  readonly kind: "block";
  readonly statements: readonly Statement[];
}

export interface NameExpression extends Identifier {
  readonly kind: "name";
  /** `null` for a global. */
  readonly binding: Binding | null;
}

/** `object.name`, `object:name` and `object["name"]`. */
export interface MemberExpression extends Range {
  readonly kind: "member";
  readonly object: Expression;
  readonly style: "." | ":" | "[";
  /** Offset of the dot, colon or bracket. */
  readonly separator: number;
  readonly name: Identifier;
}

/** `object[key]` with a key that is not a string constant. */
interface IndexExpression extends Range {
  readonly kind: "index";
  readonly object: Expression;
  readonly key: Expression;
}

export interface CallExpression extends Range {
  readonly kind: "call";
  readonly callee: Expression;
  readonly style: "(" | "{" | "string";
  readonly args: readonly Expression[];
  /** The text between the parentheses. For other styles, the argument itself. */
  readonly inside: Range;
  /** Offsets of the commas between arguments. */
  readonly commas: readonly number[];
  readonly closed: boolean;
}

export interface FunctionExpression extends Range {
  readonly kind: "function";
  readonly parameters: readonly Binding[];
  readonly vararg: boolean;
  readonly body: Block;
}

export type TableField =
  | (Range & { readonly kind: "named"; readonly name: Identifier; readonly value: Expression })
  | (Range & { readonly kind: "item"; readonly value: Expression })
  | (Range & { readonly kind: "computed"; readonly key: Expression; readonly value: Expression });

export interface TableExpression extends Range {
  readonly kind: "table";
  readonly fields: readonly TableField[];
  readonly closed: boolean;
}

export type Expression =
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | FunctionExpression
  | TableExpression
  | (Range & { readonly kind: "string"; readonly value: string })
  | (Range & { readonly kind: "number"; readonly text: string })
  | (Range & { readonly kind: "boolean"; readonly value: boolean })
  | (Range & { readonly kind: "nil" | "vararg" | "missing" })
  | (Range & { readonly kind: "paren"; readonly inner: Expression })
  | (Range & { readonly kind: "unary"; readonly operator: string; readonly operand: Expression })
  | (Range & {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    });

export type Statement =
  | (Range & {
      readonly kind: "local";
      readonly bindings: readonly Binding[];
      readonly values: readonly Expression[];
    })
  | (Range & { readonly kind: "localFunction"; readonly binding: Binding; readonly body: FunctionExpression })
  | (Range & { readonly kind: "function"; readonly target: Expression; readonly body: FunctionExpression })
  | (Range & {
      readonly kind: "assign";
      readonly targets: readonly Expression[];
      readonly values: readonly Expression[];
    })
  | (Range & { readonly kind: "expression"; readonly expression: Expression })
  | (Range & { readonly kind: "do"; readonly body: Block })
  | (Range & { readonly kind: "while" | "repeat"; readonly condition: Expression; readonly body: Block })
  | (Range & {
      readonly kind: "if";
      readonly clauses: readonly { readonly condition: Expression; readonly body: Block }[];
      readonly otherwise: Block | null;
    })
  | (Range & {
      readonly kind: "numericFor";
      readonly variable: Binding;
      readonly bounds: readonly Expression[];
      readonly body: Block;
    })
  | (Range & {
      readonly kind: "genericFor";
      readonly variables: readonly Binding[];
      readonly iterators: readonly Expression[];
      readonly body: Block;
    })
  | (Range & { readonly kind: "return"; readonly values: readonly Expression[] })
  | (Range & { readonly kind: "break" })
  | (Range & { readonly kind: "goto" | "label"; readonly name: Identifier });

/** What is known about a script's text. */
export interface ParsedScript {
  readonly source: string;
  readonly lines: Lines;
  /** All tokens, trivia included. */
  readonly tokens: readonly Token[];
  readonly body: Block;
  /** Sorted by start. The first is the one the real compiler stops at. */
  readonly errors: readonly SyntaxMistake[];
  readonly bindings: readonly Binding[];
  /** Every use of a global variable, in order. */
  readonly globals: readonly (Identifier & { readonly write: boolean })[];
  /** Names of the globals that the file sets. */
  readonly written: ReadonlySet<string>;
  /** For a global that is written exactly once in the file, by name: the value. */
  readonly globalValues: ReadonlyMap<string, Expression>;
}
