import { ArrowDown, ArrowUp, Trash2 } from "lucide";
import { actions, as, type Fields, type FormField, type Lens, line, type Typed } from "./fields";

interface ItemRules<T, Item> {
  /** Names the items: `Button 1`. */
  readonly noun: string;
  readonly most: number;
  /** The initial value of a new item. */
  readonly begin: Item;
  fields(item: Lens<T, Item>): readonly FormField<T>[];
  /** Returns advice on the items as a whole, or `null`. */
  advice(items: readonly Item[]): string | null;
}

/**
 * Items with their own fields that can be added, moved and removed. Each has a key, so text typed in it moves with it. The text
 * typed for the list itself is the order of the keys.
 */
export function itemList<T, Item>(
  items: Lens<T, readonly Item[]>,
  rules: ItemRules<T, Item>,
): (value: T, typed: Typed) => Fields<T> {
  const { id } = items;
  const { noun, most, begin, fields, advice } = rules;
  return (value, typed) => {
    const before = items.get(value);
    const base = before.map((_, at) => String(at));
    const keys = (typed[id] ?? base.join(" ")).split(" ").filter((key) => key !== "");
    const order = as(items, {
      show: () => base.join(" "),
      read: () => keys.map((key) => before[base.indexOf(key)] ?? begin),
    });
    const types = (next: readonly string[]) => ({ [id]: next.join(" ") });
    const rows = keys.flatMap((key, at) => {
      const title = `${noun} ${at + 1}`;
      const others = keys.toSpliced(at, 1);
      const move = (where: string, icon: typeof ArrowUp, to: number) => ({
        label: `Move ${title.toLowerCase()} ${where}`,
        icon,
        disabled: to < 0 || to >= keys.length,
        types: types(others.toSpliced(to, 0, key)),
      });
      const item: Lens<T, Item> = {
        id: `${id}.${key}`,
        get: (now) => items.get(now)[at] ?? begin,
        set: (now, next) => items.set(now, items.get(now).with(at, next)),
      };
      const buttons = [
        move("up", ArrowUp, at - 1),
        move("down", ArrowDown, at + 1),
        { label: `Remove ${title.toLowerCase()}`, icon: Trash2, types: types(others) },
      ];
      const all = [...fields(item), actions<T>(`${item.id}.move`, buttons)];
      return all.map((field) => ({ ...field, group: { title } }));
    });
    // Text typed in a removed item is still stored, so its key is not free.
    const used = [...base, ...keys, ...Object.keys(typed)];
    let free = base.length;
    while (used.some((one) => one === String(free) || one.startsWith(`${id}.${free}.`))) free += 1;
    const add = { label: `Add ${noun.toLowerCase()}`, types: types([...keys, String(free)]) };
    return [
      { ...line("", order), kind: "hidden" },
      ...rows,
      actions(`${id}.add`, keys.length < most ? [add] : [], {
        check: () => (keys.length > most ? `At most ${most} are allowed. You have ${keys.length}.` : null),
        advice: (_, now) => advice(items.get(now)),
      }),
    ];
  };
}
