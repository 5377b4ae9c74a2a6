/** Longer texts are not worth keeping. */
const longestKey = 1_000;

/**
 * A pure function of a text that remembers its last results: up to `most` of them, then it forgets all and begins anew. For
 * what scripts ask again and again in a loop, such as the same recipient or address. Results are shared: nobody may change
 * them.
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
