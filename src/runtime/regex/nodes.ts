/** Whether a code point is one of a set. */
export type PointTest = (point: number) => boolean;

/** A place between two characters: where `^`, `\b` and similar match. `from` is where the search began. */
export type PlaceTest = (subject: string, at: number, from: number) => boolean;

/** A group by its number or name. */
export type GroupName = number | string;

/** A parsed pattern. */
export type RegexNode =
  | { readonly kind: "point"; readonly test: PointTest }
  | { readonly kind: "place"; readonly test: PlaceTest }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | { readonly kind: "group"; readonly number: number; readonly body: RegexNode }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    }
  | { readonly kind: "atomic"; readonly body: RegexNode }
  | { readonly kind: "look"; readonly body: RegexNode; readonly negative: boolean }
  /** Steps back by `count` characters. */
  | { readonly kind: "back"; readonly count: number }
  | { readonly kind: "reference"; readonly to: GroupName; readonly ignoreCase: boolean }
  | { readonly kind: "recursion"; readonly into: GroupName }
  /** `\K`: the match begins here. */
  | { readonly kind: "keep" }
  | {
      readonly kind: "condition";
      readonly group: GroupName;
      readonly yes: RegexNode;
      readonly no: RegexNode;
    };

export interface ParsedPattern {
  readonly root: RegexNode;
  /** Number of groups, the whole match not counted. */
  readonly groups: number;
  /** Names with the numbers of their groups; more than one after a branch reset. */
  readonly names: readonly (readonly [name: string, group: number])[];
  /** Whether a match may begin only where the search does (the flag A). */
  readonly anchored: boolean;
}

export const EMPTY_NODE: RegexNode = { kind: "sequence", items: [] };

/** Number of characters that a node always matches, or `null` if it varies. */
export function fixedLength(node: RegexNode): number | null {
  switch (node.kind) {
    case "point":
      return 1;
    case "sequence":
      return node.items.reduce<number | null>((sum, item) => {
        const length = fixedLength(item);
        return sum === null || length === null ? null : sum + length;
      }, 0);
    case "choice": {
      const [first = null, ...others] = node.options.map(fixedLength);
      return others.every((length) => length === first) ? first : null;
    }
    case "group":
    case "atomic":
      return fixedLength(node.body);
    case "repeat": {
      const length = fixedLength(node.body);
      return length !== null && node.least === node.most ? length * node.least : null;
    }
    case "place":
    case "look":
    case "keep":
      return 0;
    default:
      return null;
  }
}
