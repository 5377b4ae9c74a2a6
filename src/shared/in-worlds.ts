const MOST = 3;

/** `In a shop; in a clinic.`: where something happened; of many worlds only the first. Each name completes "in …". */
export function inWorlds(worlds: readonly { readonly name: string }[]): string {
  const names = worlds.map(({ name }) => name);
  if (names.length <= MOST) return `In ${names.join("; in ")}.`;
  return `In ${names[0]}, and in ${names.length - 1} other worlds.`;
}
