/** What a path below `app` means (`docs/runtime.md`). */
import type { Catalog, FunctionSpec, Integration } from "../integrations/catalog";

/** Names below `app`; null for a computed one (`app.integrations.whatsapp[name]`). */
export type NamespacePath = readonly (string | null)[];

export type Place =
  | { readonly kind: "app" }
  | { readonly kind: "integrations" }
  | { readonly kind: "integration"; readonly integration: Integration }
  /** `account` is `null` if it is computed. */
  | { readonly kind: "account"; readonly integration: Integration; readonly account: string | null }
  | {
      readonly kind: "function";
      readonly integration: Integration;
      readonly account: string | null;
      readonly function: FunctionSpec;
    }
  /** Nothing in the catalog: the name at `index` means nothing after the ones before it. */
  | { readonly kind: "unknown"; readonly index: number; readonly within: Integration | null };

export type FunctionPlace = Extract<Place, { kind: "function" }>;

/** Finds the place of a path. Any name after an integration that is not a function counts as an account. */
export function placeOf(path: NamespacePath, catalog: Catalog): Place {
  const [top, id, third, fourth] = path;
  if (path.length === 0) return { kind: "app" };
  if (top !== "integrations") return { kind: "unknown", index: 0, within: null };
  if (path.length === 1) return { kind: "integrations" };
  const integration = catalog.integrations.find((candidate) => candidate.id === id);
  if (integration === undefined) return { kind: "unknown", index: 1, within: null };
  if (path.length === 2) return { kind: "integration", integration };
  const direct = functionNamed(integration, third ?? null);
  if (direct !== undefined)
    return path.length === 3
      ? { kind: "function", integration, account: null, function: direct }
      : { kind: "unknown", index: 3, within: integration };
  const account = third ?? null;
  if (path.length === 3) return { kind: "account", integration, account };
  const found = functionNamed(integration, fourth ?? null);
  if (found === undefined) return { kind: "unknown", index: 3, within: integration };
  return path.length === 4
    ? { kind: "function", integration, account, function: found }
    : { kind: "unknown", index: 4, within: integration };
}

/** A function by its short or its full name (`send_message`, `whatsapp_send_message`). */
function functionNamed(integration: Integration, name: string | null): FunctionSpec | undefined {
  return integration.functions.find(
    (candidate) => candidate.name === name || `${integration.id}_${candidate.name}` === name,
  );
}
