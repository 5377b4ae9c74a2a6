import type { Catalog, Integration } from "./catalog";

/** Loads one part of every integration that has it. Returns them by integration id. */
export async function loadParts<Part>(
  { integrations }: Catalog,
  load: (parts: Integration["load"]) => Promise<Part> | undefined,
): Promise<ReadonlyMap<string, Part>> {
  const loaded = await Promise.all(
    integrations.flatMap(({ id, load: parts }) => {
      const part = load(parts);
      return part === undefined ? [] : [part.then((value) => [id, value] as const)];
    }),
  );
  return new Map(loaded);
}
