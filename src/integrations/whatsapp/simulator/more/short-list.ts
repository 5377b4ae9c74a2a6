/** What `page` needs of a list that is short enough to be looked through; every item is kept. */
export function shortList<T>(items: readonly T[], idOf: (item: T) => string) {
  return {
    count: items.length,
    at: (position: number) => items[position],
    position(id: string) {
      const at = items.findIndex((item) => idOf(item) === id);
      return at === -1 ? undefined : at;
    },
    idOf,
    kept: null,
  };
}
