/** Longer texts are not worth keeping. */
const longestKey = 1_000;

/**
 * Memoizes a pure function of a text: keeps up to `most` results, then drops them all and starts over. For values that scripts
 * use repeatedly in a loop, such as the same recipient or address. Results are shared and must not be changed.
 */
export function remember<Result>(most: number, compute: (key: string) => Result): (key: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known.result;
    const result = compute(key);
    if (key.length > longestKey) return result;
    if (results.size >= most) results.clear();
    results.set(key, { result });
    return result;
  };
}
