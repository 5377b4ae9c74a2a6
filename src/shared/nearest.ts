/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`: optimal string alignment. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** A script can call a name of any length; past this, more letters say nothing more about what was meant. */
const LONGEST = 64;

/** The names, nearest to `wanted` first. Equally near ones keep their order. Ignores case. */
export function byNearness(wanted: string, names: readonly string[]): string[] {
  const target = wanted.slice(0, LONGEST).toLowerCase();
  return names
    .map((name, index) => ({ name, index, distance: editDistance(target, name.toLowerCase()) }))
    .sort((x, y) => x.distance - y.distance || x.index - y.index)
    .map(({ name }) => name);
}

/** The name that was probably meant, or `null` if none is near. One or two letters may differ only in case. */
export function nearest(wanted: string, names: readonly string[]): string | null {
  const target = wanted.slice(0, LONGEST).toLowerCase();
  let first: string | null = null;
  let least = Infinity;
  for (const name of names) {
    // So many letters must be added or removed.
    if (Math.abs(name.length - target.length) >= least) continue;
    const distance = editDistance(target, name.toLowerCase());
    if (distance < least) [first, least] = [name, distance];
  }
  if (first === null) return null;
  const shorter = Math.min(wanted.length, first.length);
  const allowed = shorter < 3 ? 0 : Math.max(1, Math.floor(shorter / 3));
  return least <= allowed ? first : null;
}
