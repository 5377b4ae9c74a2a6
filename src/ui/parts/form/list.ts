import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide";
import { actions, type Fields, type Lens, line, type Part, part, type Rules } from "./fields";

interface ItemRules<T, Item> extends Pick<Rules<T>, "advice"> {
  /** Names the items: `Button 1`. */
  readonly noun: string;
  readonly most: number;
  /** What a new item begins as. */
  readonly begin: Item;
  readonly fields: Fields<Item>;
}

/**
 * Items with fields of their own that can be added, moved and removed. Each has a key, so that what was typed in it goes where
 * it goes; what is typed for the list itself is the order of the keys.
 */
export function list<T, Item extends object>(
  items: Lens<T, readonly Item[]>,
  { noun, most, begin, fields, advice }: ItemRules<T, Item>,
): Part<T> {
  return {
    enter(walk, place) {
      const value = place.get();
      if (value === null) return;
      const before = items.get(value);
      const base = before.map((_, at) => String(at));
      const id = place.prefix + items.id;
      const order = place.typed[id] ?? base.join(" ");
      const keys = order.split(" ").filter((key) => key !== "");
      const types = (next: readonly string[]) => ({ [items.id]: next.join(" ") });
      const lens: Lens<T, string> = {
        id: items.id,
        get: () => base.join(" "),
        set: (now) =>
          items.set(
            now,
            keys.map((key) => before[base.indexOf(key)] ?? begin),
          ),
      };
      walk([{ ...line("", lens), kind: "hidden" }], place);
      for (const [at, key] of keys.entries()) {
        const title = `${noun} ${at + 1}`;
        const name = title.toLowerCase();
        const rest = keys.toSpliced(at, 1);
        const item: Lens<T, Item | null> = {
          id: `${items.id}.${key}`,
          get: (now) => items.get(now)[at] ?? null,
          set: (now, next) => (next === null ? now : items.set(now, items.get(now).with(at, next))),
        };
        const move = (label: string, icon: typeof ArrowUp, to: number) => ({
          label,
          icon,
          isIcon: true,
          disabled: to < 0 || to >= keys.length,
          types: types(rest.toSpliced(to, 0, key)),
        });
        const buttons = () => [
          move(`Move ${name} up`, ArrowUp, at - 1),
          move(`Move ${name} down`, ArrowDown, at + 1),
          { label: `Remove ${name}`, icon: Trash2, isIcon: true, types: types(rest) },
        ];
        walk([part(item, fields), actions(`${item.id}.move`, buttons)], { ...place, group: { title } });
      }
      const add = { label: `Add ${noun.toLowerCase()}`, icon: Plus, types: types([...keys, freeKey()]) };
      walk(
        [
          actions(`${items.id}.add`, () => (keys.length < most ? [add] : []), {
            check: () => (keys.length > most ? `There are ${keys.length}; ${most} are allowed.` : null),
            ...(advice === undefined ? {} : { advice }),
          }),
        ],
        place,
      );

      /** What was typed in a removed item is still there, so its key is not free. */
      function freeKey(): string {
        const used = [...base, ...keys, ...Object.keys(place.typed)];
        let key = base.length;
        while (used.some((one) => one === String(key) || one.startsWith(`${id}.${key}.`))) key += 1;
        return String(key);
      }
    },
  };
}
