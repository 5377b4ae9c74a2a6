import { firstIndex } from "../../../../shared/first-index";
import type { JsonObject } from "../../../../shared/json";
import type { Call } from "./call";
import { badParameter, Refusal } from "./refusal";

/** Served when `limit` is missing (Graph's usual 25; Meta does not say it for this edge) and at most. */
const defaultLimit = 25;
const mostPerPage = 1000;

/** One list that can be paged through. */
interface Listing<T> {
  /** Part of the cursor, so that a cursor of one list is not taken by another. */
  readonly kind: string;
  readonly count: number;
  /** The item at a position from 0 to `count` - 1. */
  at(position: number): T | undefined;
  /** Position of an item by its id; undefined when it is gone. */
  position(id: string): number | undefined;
  idOf(item: T): string;
  /** Positions that a filter keeps, ascending; null: it keeps all. */
  readonly kept: readonly number[] | null;
  write(item: T): JsonObject;
  /** Items a page may hold at most; 1000 when left out. */
  readonly most?: number;
}

/** What `page` needs of a list that is short enough to be looked through; every item is kept. */
export function shortList<T>(items: readonly T[], idOf: (item: T) => string) {
  return {
    count: items.length,
    at: (position: number) => items[position],
    position(id: string) {
      const at = items.findIndex((item) => idOf(item) === id);
      return at === -1 ? undefined : at;
    },
    idOf,
    kept: null,
  };
}

/**
 * One page of a list as Graph gives it: `limit`, `after`, `before`; cursors of the first and last item; `next` when more
 * follow, `previous` when some come before. Links repeat the request's own address, without its token.
 */
export function pageOf<T>(call: Call, list: Listing<T>): JsonObject {
  const limit = Math.min(readLimit(call.query.get("limit")), list.most ?? mostPerPage);
  const after = call.query.get("after");
  const before = call.query.get("before");
  const { shown, isFirst, isLast } =
    before !== null && before !== "" && !after
      ? backward(list, readCursor(call, list, before), limit)
      : forward(list, after ? readCursor(call, list, after) + 1 : 0, limit);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return { data: [] };
  const cursors = { before: cursor(list, first), after: cursor(list, last) };
  return {
    data: shown.map(list.write),
    paging: {
      cursors,
      ...(isLast ? {} : { next: link(call, "after", cursors.after) }),
      ...(isFirst ? {} : { previous: link(call, "before", cursors.before) }),
    },
  };
}

interface Slice<T> {
  readonly shown: readonly T[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** From position `start` on: looks one item further than the page to know whether more follow. */
function forward<T>(list: Listing<T>, start: number, limit: number): Slice<T> {
  const found = collect(list, start, 1, limit + 1);
  const isFirst = collect(list, start - 1, -1, 1).length === 0;
  return { shown: found.slice(0, limit), isFirst, isLast: found.length <= limit };
}

/** What comes before position `end`. */
function backward<T>(list: Listing<T>, end: number, limit: number): Slice<T> {
  const found = collect(list, end - 1, -1, limit + 1);
  const isLast = collect(list, end, 1, 1).length === 0;
  return { shown: found.slice(0, limit).reverse(), isFirst: found.length <= limit, isLast };
}

/** Up to `most` kept items from position `start` on, that one included, forwards or backwards. */
function collect<T>(list: Listing<T>, start: number, step: 1 | -1, most: number): T[] {
  const { kept } = list;
  const end = kept?.length ?? list.count;
  // Where `start`, or what the filter has kept instead of it in this direction, stands among the kept.
  const first = kept === null ? start : step === 1 ? rankOf(kept, start) : rankOf(kept, start + 1) - 1;
  const found: T[] = [];
  for (let at = first; at >= 0 && at < end && found.length < most; at += step) {
    const item = list.at(kept?.[at] ?? at);
    if (item !== undefined) found.push(item);
  }
  return found;
}

/** How many of the ascending positions are below `position`. */
function rankOf(positions: readonly number[], position: number): number {
  return firstIndex(positions.length, (rank) => (positions[rank] ?? position) >= position);
}

function readLimit(text: string | null): number {
  if (text === null || text === "") return defaultLimit;
  const limit = Number(text);
  if (!/^\d{1,9}$/.test(text) || limit < 1) {
    throw badParameter("Param limit must be an integer greater than or equal to 1");
  }
  return limit;
}

/** A cursor names the item it stands at, so it stays good when others come or go. Begins with `QVFI`, as Meta's do. */
function cursor<T>(list: Listing<T>, item: T): string {
  return btoa(`AQHS:${list.kind}:${list.idOf(item)}`)
    .replaceAll("=", "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

function readCursor<T>(call: Call, list: Listing<T>, text: string): number {
  const position = list.position(cursorId(list.kind, text));
  if (position !== undefined) return position;
  // 131059 came with v24.0; what older versions answer is not documented.
  if ((call.version ?? 0) >= 24) throw new Refusal(131059);
  throw badParameter("Invalid parameter");
}

/** The id in a cursor; empty, which no item has, when it is not one of this list's cursors. */
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
  // Changed apart from the address, which would be written anew with every change.
  const query = new URLSearchParams(url.search);
  for (const name of ["access_token", "after", "before"]) query.delete(name);
  query.set(direction, at);
  url.search = query.toString();
  return url.href;
}
