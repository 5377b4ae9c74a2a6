import type { World } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import type { ItemKind } from "../../../../../src/integrations/whatsapp/world-editor/items-section";
import { type Reading, readForm } from "../../../../../src/ui/parts/form/read-form";

/** Reads the form of `item` (`null` for a new one) after a person typed in it. */
export function typing<Item, T>(
  kind: ItemKind<Item, T>,
  world: World,
  item: Item | null,
  typed: Readonly<Record<string, string>>,
): Reading<T> {
  const id = item === null ? null : kind.idOf(item, kind.all(world).indexOf(item));
  return readForm(kind.fields(world, id), kind.begin(world, item), typed);
}

/** What is wrong with a field, or `null`. */
export function errorOf(reading: Reading<unknown>, id: string): string | null {
  return reading.fields.find((field) => field.id === id)?.error ?? null;
}

export function adviceOf(reading: Reading<unknown>, id: string): string | null {
  return reading.fields.find((field) => field.id === id)?.advice ?? null;
}
