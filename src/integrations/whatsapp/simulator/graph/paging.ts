import { firstIndex } from "../../../../shared/first-index";
import type { JsonObject } from "../../../../shared/json";
import type { Call } from "./call";
import { badParameter, Refusal } from "./refusal";

/** The page size without `limit` (Graph's usual 25, which Meta does not state for this edge), and the largest. */
const defaultLimit = 25;
const mostPerPage = 1000;

/** One list that can be paged through. */
interface Listing<T> {
  /** Part of the cursor, so one list does not accept another's. */
  readonly kind: string;
  readonly count: number;
  /** The item at a position from 0 to `count` - 1. */
  at(position: number): T | undefined;
  /** Position of an item by its id, or `undefined` if it is gone. */
  position(id: string): number | undefined;
  idOf(item: T): string;
  /** Positions that a filter keeps, ascending. All if there is no filter. */
  readonly kept?: readonly number[] | null;
  write(item: T): JsonObject;
  /** Most items on a page. Default: 1000. */
  readonly most?: number;
}

/** What `pageOf` needs from a list that is short enough to scan. */
export function shortList<T>(items: readonly T[], idOf: (item: T) => string) {
  return {
    count: items.length,
    at: (position: number) => items[position],
    position(id: string) {
      const at = items.findIndex((item) => idOf(item) === id);
      return at === -1 ? undefined : at;
    },
    idOf,
  };
}

/**
 * One page of a list as in Graph: `limit`, `after`, `before`, cursors of the first and last item, `next` if more follow, and
 * `previous` if some come before. Links repeat the request's own address, without its token.
 */
export function pageOf<T>(call: Call, list: Listing<T>): JsonObject {
  const { kept = null } = list;
  const size = kept?.length ?? list.count;
  const { from, to } = rangeOf(call, list, size);
  const ranks = Array.from({ length: to - from }, (_, at) => from + at);
  const shown = ranks.flatMap((rank) => list.at(kept?.[rank] ?? rank) ?? []);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return { data: [] };
  const cursors = { before: cursor(list, first), after: cursor(list, last) };
  return {
    data: shown.map(list.write),
    paging: {
      cursors,
      ...(to < size ? { next: link(call, "after", cursors.after) } : {}),
      ...(from > 0 ? { previous: link(call, "before", cursors.before) } : {}),
    },
  };
}

/** Which of the `size` kept items are on the page. */
function rangeOf<T>({ query, version }: Call, list: Listing<T>, size: number) {
  const { kept = null, most = mostPerPage } = list;
  const limit = Math.min(readLimit(query.get("limit")), most);
  const after = query.get("after");
  const before = query.get("before");
  // The item at a cursor may be filtered out by now, so what counts is how many kept ones are before it.
  const rankOf = (position: number) =>
    kept === null ? position : firstIndex(kept.length, (rank) => (kept[rank] ?? position) >= position);
  if (before && !after) {
    const to = rankOf(readCursor(version, list, before));
    return { from: Math.max(0, to - limit), to };
  }
  const from = after ? rankOf(readCursor(version, list, after) + 1) : 0;
  return { from, to: Math.min(size, from + limit) };
}

function readLimit(text: string | null): number {
  if (text === null || text === "") return defaultLimit;
  const limit = Number(text);
  if (!/^\d{1,9}$/.test(text) || limit < 1) {
    throw badParameter("Param limit must be an integer greater than or equal to 1");
  }
  return limit;
}

/** A cursor names its item, so it stays valid when others come or go. Begins with `QVFI`, like Meta's. */
function cursor<T>(list: Listing<T>, item: T): string {
  return btoa(`AQHS:${list.kind}:${list.idOf(item)}`)
    .replaceAll("=", "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

function readCursor<T>(version: Call["version"], list: Listing<T>, text: string): number {
  const position = list.position(cursorId(list.kind, text));
  if (position !== undefined) return position;
  // 131059 came with v24.0. What older versions return is not documented.
  if ((version ?? 0) >= 24) throw new Refusal(131059);
  throw badParameter("Invalid parameter");
}

/** The id in a cursor. Empty, which no item has, if it is not one of this list's cursors. */
function cursorId(kind: string, text: string): string {
  let plain: string;
  try {
    plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
  const prefix = `AQHS:${kind}:`;
  return plain.startsWith(prefix) ? plain.slice(prefix.length) : "";
}

function link(call: Call, direction: "after" | "before", at: string): string {
  const url = new URL(call.url?.href ?? "https://graph.facebook.com/");
  // Changed separately from the URL, which would be rewritten with every change.
  const query = new URLSearchParams(url.search);
  for (const name of ["access_token", "after", "before"]) query.delete(name);
  query.set(direction, at);
  url.search = query.toString();
  return url.href;
}
