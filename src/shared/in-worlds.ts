const MOST = 3;

/** `Failed in: a shop, a clinic.`: of many worlds only the first. */
export function inWorlds(worlds: readonly { readonly name: string }[]): string {
  const names = worlds.map(({ name }) => name);
  if (names.length <= MOST) return `Failed in: ${names.join(", ")}.`;
  return `Failed in: ${names[0]} and ${names.length - 1} other worlds.`;
}
