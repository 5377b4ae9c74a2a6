/** How many items two versions of a list share at the beginning (`head`) and, behind those, at the end (`tail`). */
export function sameEnds<T, U>(
  old: readonly T[],
  now: readonly U[],
  same: (one: T | undefined, other: U | undefined) => boolean,
): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && same(old[head], now[head])) head++;
  let tail = 0;
  while (tail < most - head && same(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  return { head, tail };
}
