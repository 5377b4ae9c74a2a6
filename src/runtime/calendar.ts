import type { LuaExports, Pointer } from "./lua-api";

/** The words of a C `struct tm` on wasm32, and its bytes. */
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
/** C's error for a time that no number tells. */
const EOVERFLOW = 61;

/** What C's time functions in wasmoon's `glue.wasm` import: `os.date` and `os.time` with a table call them. */
export interface Calendar {
  _gmtime_js(seconds: bigint, tm: Pointer): void;
  _localtime_js(seconds: bigint, tm: Pointer): void;
  _mktime_js(tm: Pointer): bigint;
  _tzset_js(offset: Pointer, hasSummer: Pointer, names: Pointer): void;
  strftime(text: Pointer, size: number, format: Pointer, tm: Pointer): number;
}

/**
 * The calendar of JavaScript's `Date`, as C sees it. `machine` returns the started machine's exports.
 */
export function calendar(machine: () => LuaExports): Calendar {
  const words = (pointer: Pointer) => new Int32Array(machine().memory.buffer, pointer);
  const bytes = () => new Uint8Array(machine().memory.buffer);

  /** Writes the numbers of a `Date` that was moved by its zone's offset, so that its UTC parts are the zone's. */
  const write = (tm: Int32Array, moved: Date) =>
    tm.set([
      moved.getUTCSeconds(),
      moved.getUTCMinutes(),
      moved.getUTCHours(),
      moved.getUTCDate(),
      moved.getUTCMonth(),
      moved.getUTCFullYear() - FIRST_YEAR,
      moved.getUTCDay(),
      Math.floor((moved.getTime() - startOf(moved.getUTCFullYear())) / DAY),
    ]);
  const writeLocal = (tm: Int32Array, date: Date) =>
    write(tm, new Date(date.getTime() - date.getTimezoneOffset() * MINUTE));
  /** Copies a text of one-byte letters and a zero. */
  const writeText = (at: Pointer, text: string) =>
    bytes().set(
      Uint8Array.from(`${text}\0`, (letter) => letter.charCodeAt(0)),
      at,
    );
  const readText = (at: Pointer): string => {
    const all = bytes();
    return String.fromCharCode(...all.subarray(at, all.indexOf(0, at)));
  };

  return {
    _gmtime_js: (seconds, tm) => write(words(tm), new Date(Number(seconds) * 1000)),
    _localtime_js(seconds, tm) {
      const date = new Date(Number(seconds) * 1000);
      const own = words(tm);
      writeLocal(own, date);
      own[TM.isSummer] = Number(isSummer(date));
      own[TM.offset] = -date.getTimezoneOffset() * 60;
    },
    _mktime_js(tm) {
      const own = words(tm);
      const part = (index: number) => own[index] ?? 0;
      const date = new Date(2000, 0, 1);
      date.setFullYear(part(TM.year) + FIRST_YEAR, part(TM.month), part(TM.day));
      date.setHours(part(TM.hours), part(TM.minutes), part(TM.seconds));
      const asked = part(TM.isSummer);
      const [winter, summer] = offsets(date.getFullYear());
      if (asked < 0) own[TM.isSummer] = Number(isSummer(date));
      // The clock of the other season was meant.
      else if (asked > 0 !== (date.getTimezoneOffset() === summer))
        date.setTime(date.getTime() + ((asked > 0 ? summer : winter) - date.getTimezoneOffset()) * MINUTE);
      if (Number.isNaN(date.getTime())) {
        words(machine().__errno_location())[0] = EOVERFLOW;
        return -1n;
      }
      writeLocal(own, date);
      return BigInt(date.getTime() / 1000);
    },
    _tzset_js(offset, hasSummer, names) {
      const year = new Date().getFullYear();
      const [winter, summer] = offsets(year);
      words(offset)[0] = winter * 60;
      words(hasSummer)[0] = Number(winter !== summer);
      const north = new Date(year, 0, 1).getTimezoneOffset() === winter;
      const [first, second] = [0, 6].map((month) => {
        const name = zoneName(new Date(year, month, 1));
        const at = machine().malloc(name.length + 1);
        writeText(at, name);
        return at;
      });
      words(names).set(north ? [first ?? 0, second ?? 0] : [second ?? 0, first ?? 0]);
    },
    strftime(text, size, format, tm) {
      const zone = words(tm)[TM.zone] ?? 0;
      const made = formatDate(readText(format), words(tm), zone === 0 ? "" : readText(zone));
      if (made.length >= size) return 0;
      writeText(text, made);
      return made.length;
    },
  };
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The year's first moment in UTC. `Date.UTC` takes years below 100 for those of the last century. */
const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/** Minutes that the zone's clocks are behind UTC in winter and in summer, in whichever months those are. */
function offsets(year: number): [winter: number, summer: number] {
  const [january, july] = [0, 6].map((month) => new Date(year, month, 1).getTimezoneOffset());
  const [a, b] = [january ?? 0, july ?? 0];
  return [Math.max(a, b), Math.min(a, b)];
}

function isSummer(date: Date): boolean {
  const [winter, summer] = offsets(date.getFullYear());
  return winter !== summer && date.getTimezoneOffset() === summer;
}

const zoneName = (date: Date): string => /\(([A-Za-z ]+)\)$/.exec(date.toTimeString())?.[1] ?? "GMT";

const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Conversions that stand for others. */
const LONG: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  h: "%b",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
};

/** C's `strftime` in the locale "C". */
function formatDate(format: string, tm: Int32Array, zone: string): string {
  const part = (index: number) => tm[index] ?? 0;
  const year = part(TM.year) + FIRST_YEAR;
  const [hours, weekday, yearday, offset] = [
    part(TM.hours),
    part(TM.weekday),
    part(TM.yearday),
    part(TM.offset),
  ];
  const write = (letter: string): string | number => {
    const long = LONG[letter];
    if (long !== undefined) return formatDate(long, tm, zone);
    switch (letter) {
      case "a":
        return WEEKDAYS[weekday]?.slice(0, 3) ?? "?";
      case "A":
        return WEEKDAYS[weekday] ?? "?";
      case "b":
        return MONTHS[part(TM.month)]?.slice(0, 3) ?? "?";
      case "B":
        return MONTHS[part(TM.month)] ?? "?";
      case "C":
        return padded(Math.floor(year / 100));
      case "d":
        return padded(part(TM.day));
      case "e":
        return String(part(TM.day)).padStart(2);
      case "g":
        return padded(isoWeek(year, yearday, weekday).year % 100);
      case "G":
        return isoWeek(year, yearday, weekday).year;
      case "H":
        return padded(hours);
      case "I":
        return padded(hours % 12 || 12);
      case "j":
        return padded(yearday + 1, 3);
      case "m":
        return padded(part(TM.month) + 1);
      case "M":
        return padded(part(TM.minutes));
      case "n":
        return "\n";
      case "p":
        return hours < 12 ? "AM" : "PM";
      case "S":
        return padded(part(TM.seconds));
      case "t":
        return "\t";
      case "u":
        return weekday || 7;
      case "U":
        return padded(Math.floor((yearday + 7 - weekday) / 7));
      case "V":
        return padded(isoWeek(year, yearday, weekday).week);
      case "w":
        return weekday;
      case "W":
        return padded(Math.floor((yearday + 7 - ((weekday + 6) % 7)) / 7));
      case "y":
        return padded(((year % 100) + 100) % 100);
      case "Y":
        return year;
      case "z": {
        const minutes = Math.abs(offset) / 60;
        return `${offset < 0 ? "-" : "+"}${padded(Math.floor(minutes / 60))}${padded(minutes % 60)}`;
      }
      case "Z":
        return zone;
      default:
        return letter;
    }
  };
  return format.replace(/%[EO]?(.)/gs, (_, letter: string) => String(write(letter)));
}

const padded = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The week of ISO 8601 that a day is in, and the year that the week counts to. */
function isoWeek(year: number, yearday: number, weekday: number): { year: number; week: number } {
  const week = Math.floor((yearday + 11 - (weekday || 7)) / 7);
  if (week < 1) return { year: year - 1, week: weeksIn(year - 1) };
  return week > weeksIn(year) ? { year: year + 1, week: 1 } : { year, week };
}

/** A year has 53 weeks if it ends on a Thursday or began on one. */
function weeksIn(year: number): 52 | 53 {
  const lastDay = (of: number) => new Date(startOf(of + 1) - DAY).getUTCDay();
  return lastDay(year) === 4 || lastDay(year - 1) === 3 ? 53 : 52;
}
