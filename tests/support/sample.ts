/** `npm run test:deep`: long sweeps in full, with other random inputs each time. */
export const DEEP = process.env.TEST_DEEP === "1";

/**
 * How much of a long sweep to run: a sample in `npm test`, which stays quick and always tries the same inputs, and all
 * of it in `npm run test:deep`.
 */
export function sample(quick: number, deep = 20 * quick): number {
  return DEEP ? deep : quick;
}

/** `count` members of a list, evenly spread over it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter(
    (_, at) => Math.floor((at * count) / list.length) !== Math.floor(((at - 1) * count) / list.length),
  );
}
