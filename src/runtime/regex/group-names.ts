import { PatternError } from "./delimiters";
import type { GroupName } from "./nodes";

/** The groups of a pattern that is being parsed, and the places that refer to them. */
export class GroupNames {
  readonly names: [string, number][] = [];
  readonly #mentioned: GroupName[] = [];
  /** Number of the group that was opened last. A branch reset goes back. */
  opened = 0;

  /** Opens the next group. Returns its number. */
  open(name: string | undefined): number {
    const number = ++this.opened;
    if (name === undefined) return number;
    const known = this.numberOf(name);
    if (known !== undefined && known !== number) throw new PatternError(`two groups are named ${name}`);
    if (known === undefined) this.names.push([name, number]);
    return number;
  }

  numberOf(name: string): number | undefined {
    return this.names.find(([known]) => known === name)?.[1];
  }

  /** Resolves a reference: `-1` is the group that was opened last, `+1` the next one. It need not exist yet. */
  mention(name: string): GroupName {
    const group = this.#relative(name);
    this.#mentioned.push(group);
    return group;
  }

  #relative(name: string): GroupName {
    if (!/^[+-]?\d+$/.test(name)) return name;
    if (name.startsWith("-")) {
      const number = this.opened + 1 + Number(name);
      if (number < 1) throw new PatternError(`there is no group ${name} to refer to`);
      return number;
    }
    return name.startsWith("+") ? this.opened + Number(name) : Number(name);
  }

  /** Throws if something refers to a group that does not exist. */
  check(): void {
    for (const group of this.#mentioned) {
      const known = typeof group === "number" ? group <= this.opened : this.numberOf(group) !== undefined;
      if (!known) throw new PatternError(`there is no group ${group} to refer to`);
    }
  }
}
