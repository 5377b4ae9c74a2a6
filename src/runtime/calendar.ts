import type { LuaExports, Pointer } from "./lua-api";
import { strftime } from "./strftime";

/** The words of C's `struct tm` in wasm32 (musl, `time.h`). */
const TM = {
  seconds: 0,
  minutes: 1,
  hours: 2,
  day: 3,
  month: 4,
  year: 5,
  weekday: 6,
  yearday: 7,
  isSummer: 8,
  offset: 9,
  zone: 10,
} as const;
const FIRST_YEAR = 1900;
/** C's error for a time that doesn't fit its type. */
const EOVERFLOW = 61;

/** What C's time functions in wasmoon's `glue.wasm` import: `os.date`, and `os.time` with a table, call them. */
export interface Calendar {
  _gmtime_js(seconds: bigint, tm: Pointer): void;
  _localtime_js(seconds: bigint, tm: Pointer): void;
  _mktime_js(tm: Pointer): bigint;
  _tzset_js(offset: Pointer, hasSummer: Pointer, names: Pointer): void;
  strftime(text: Pointer, size: number, format: Pointer, tm: Pointer): number;
}

/** C's time functions by JavaScript's `Date`. `machine` returns the exports of the Lua machine. */
export function calendar(machine: () => LuaExports): Calendar {
  const words = (pointer: Pointer) => new Int32Array(machine().memory.buffer, pointer);
  const bytes = () => new Uint8Array(machine().memory.buffer);
  const readText = (at: Pointer): string => {
    const all = bytes();
    return String.fromCharCode(...all.subarray(at, all.indexOf(0, at)));
  };
  /** Writes text of one-byte letters and the zero that ends it. */
  const writeText = (at: Pointer, text: string) =>
    bytes().set(
      Uint8Array.from(`${text}\0`, (letter) => letter.charCodeAt(0)),
      at,
    );

  return {
    _gmtime_js: (seconds, tm) => writeParts(words(tm), new Date(Number(seconds) * 1000)),
    _localtime_js(seconds, tm) {
      const date = new Date(Number(seconds) * 1000);
      const parts = words(tm);
      writeLocalParts(parts, date);
      parts[TM.isSummer] = Number(isSummer(date));
      parts[TM.offset] = -date.getTimezoneOffset() * 60;
    },
    _mktime_js(tm) {
      const parts = words(tm);
      const date = localDate(parts);
      if (Number.isNaN(date.getTime())) {
        words(machine().__errno_location())[0] = EOVERFLOW;
        return -1n;
      }
      writeLocalParts(parts, date);
      return BigInt(date.getTime() / 1000);
    },
    _tzset_js(offset, hasSummer, names) {
      const year = new Date().getFullYear();
      const [winter, summer] = offsets(year);
      words(offset)[0] = winter * 60;
      words(hasSummer)[0] = Number(winter !== summer);
      const [january = 0, july = 0] = [0, 6].map((month) => {
        const name = zoneName(new Date(year, month, 1));
        const at = machine().malloc(name.length + 1);
        writeText(at, name);
        return at;
      });
      const isNorth = new Date(year, 0, 1).getTimezoneOffset() === winter;
      words(names).set(isNorth ? [january, july] : [july, january]);
    },
    strftime(text, size, format, tm) {
      const parts = words(tm);
      const part = (index: number) => parts[index] ?? 0;
      const made = strftime(readText(format), {
        year: part(TM.year) + FIRST_YEAR,
        month: part(TM.month),
        day: part(TM.day),
        hours: part(TM.hours),
        minutes: part(TM.minutes),
        seconds: part(TM.seconds),
        weekday: part(TM.weekday),
        yearday: part(TM.yearday),
        offset: part(TM.offset),
        zone: part(TM.zone) === 0 ? "" : readText(part(TM.zone)),
      });
      if (made.length >= size) return 0;
      writeText(text, made);
      return made.length;
    },
  };
}

const MINUTE = 60_000;
const DAY = 86_400_000;

function writeParts(tm: Int32Array, date: Date): void {
  // `Date.UTC` takes the years 0 to 99 as 1900 to 1999.
  const startOfYear = new Date(0).setUTCFullYear(date.getUTCFullYear(), 0, 1);
  tm.set([
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    date.getUTCFullYear() - FIRST_YEAR,
    date.getUTCDay(),
    Math.floor((date.getTime() - startOfYear) / DAY),
  ]);
}

function writeLocalParts(tm: Int32Array, date: Date): void {
  // A date whose UTC parts are these local ones. Zones of old are off by seconds, which `getTimezoneOffset` leaves out.
  const local = new Date(0);
  local.setUTCFullYear(date.getFullYear(), date.getMonth(), date.getDate());
  local.setUTCHours(date.getHours(), date.getMinutes(), date.getSeconds());
  writeParts(tm, local);
}

/** The date with these local parts, which may be out of range (month 13). Sets `isSummer` where it was left open (-1). */
function localDate(tm: Int32Array): Date {
  const part = (index: number) => tm[index] ?? 0;
  const date = new Date(2000, 0, 1);
  date.setFullYear(part(TM.year) + FIRST_YEAR, part(TM.month), part(TM.day));
  date.setHours(part(TM.hours), part(TM.minutes), part(TM.seconds));
  const asked = part(TM.isSummer);
  const [winter, summer] = offsets(date.getFullYear());
  if (asked < 0) tm[TM.isSummer] = Number(isSummer(date));
  // The clock of the other season was meant.
  else if (asked > 0 !== (date.getTimezoneOffset() === summer))
    date.setTime(date.getTime() + ((asked > 0 ? summer : winter) - date.getTimezoneOffset()) * MINUTE);
  return date;
}

/** Minutes by which local clocks are behind UTC in winter and in summer, in whichever months these are. */
function offsets(year: number): [winter: number, summer: number] {
  const january = new Date(year, 0, 1).getTimezoneOffset();
  const july = new Date(year, 6, 1).getTimezoneOffset();
  return [Math.max(january, july), Math.min(january, july)];
}

function isSummer(date: Date): boolean {
  const [winter, summer] = offsets(date.getFullYear());
  return winter !== summer && date.getTimezoneOffset() === summer;
}

const zoneName = (date: Date): string => /\(([A-Za-z ]+)\)$/.exec(date.toTimeString())?.[1] ?? "GMT";
