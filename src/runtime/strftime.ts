/** A moment as C's `struct tm` holds it. */
export interface DateParts {
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 0 is 1 January. */
  readonly yearday: number;
  /** Seconds east of UTC. */
  readonly offset: number;
  /** The time zone's name, e.g. `GMT`. */
  readonly zone: string;
}

/**
 * Formats a date as C's `strftime` does in the locale "C" (C99, 7.23.3.5). `%E` and `%O` change nothing there. What follows
 * `%` without a meaning stays; `os.date` refuses it before.
 */
export function strftime(format: string, date: DateParts): string {
  return format.replace(/%[EO]?(.)/gs, (_, letter: string) => {
    const composed = COMPOSED[letter];
    if (composed !== undefined) return strftime(composed, date);
    return String(CONVERSIONS[letter]?.(date) ?? letter);
  });
}

const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** Conversions that stand for others. */
const COMPOSED: Readonly<Record<string, string>> = {
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

const CONVERSIONS: Readonly<Record<string, (date: DateParts) => string | number | undefined>> = {
  a: ({ weekday }) => WEEKDAYS[weekday]?.slice(0, 3) ?? "?",
  A: ({ weekday }) => WEEKDAYS[weekday] ?? "?",
  b: ({ month }) => MONTHS[month]?.slice(0, 3) ?? "?",
  B: ({ month }) => MONTHS[month] ?? "?",
  C: ({ year }) => padded(Math.floor(year / 100)),
  d: ({ day }) => padded(day),
  e: ({ day }) => String(day).padStart(2),
  g: (date) => padded(isoWeek(date).year % 100),
  G: (date) => isoWeek(date).year,
  H: ({ hours }) => padded(hours),
  I: ({ hours }) => padded(hours % 12 || 12),
  j: ({ yearday }) => padded(yearday + 1, 3),
  m: ({ month }) => padded(month + 1),
  M: ({ minutes }) => padded(minutes),
  n: () => "\n",
  p: ({ hours }) => (hours < 12 ? "AM" : "PM"),
  S: ({ seconds }) => padded(seconds),
  t: () => "\t",
  u: ({ weekday }) => weekday || 7,
  U: ({ yearday, weekday }) => padded(Math.floor((yearday + 7 - weekday) / 7)),
  V: (date) => padded(isoWeek(date).week),
  w: ({ weekday }) => weekday,
  W: ({ yearday, weekday }) => padded(Math.floor((yearday + 7 - ((weekday + 6) % 7)) / 7)),
  y: ({ year }) => padded(((year % 100) + 100) % 100),
  Y: ({ year }) => year,
  z: ({ offset }) => {
    const minutes = Math.abs(offset) / 60;
    return `${offset < 0 ? "-" : "+"}${padded(Math.floor(minutes / 60))}${padded(Math.floor(minutes % 60))}`;
  },
  Z: ({ zone }) => zone,
};

const padded = (value: number, width = 2): string => String(value).padStart(width, "0");

/** The week by ISO 8601, and the year it belongs to. */
function isoWeek({ year, yearday, weekday }: DateParts): { year: number; week: number } {
  const week = Math.floor((yearday + 11 - (weekday || 7)) / 7);
  if (week < 1) return { year: year - 1, week: weeksIn(year - 1) };
  return week > weeksIn(year) ? { year: year + 1, week: 1 } : { year, week };
}

/** A year has 53 weeks if it ends on a Thursday, or the year before did. */
function weeksIn(year: number): 52 | 53 {
  const lastDay = (of: number) => new Date(new Date(0).setUTCFullYear(of, 11, 31)).getUTCDay();
  return lastDay(year) === 4 || lastDay(year - 1) === 3 ? 53 : 52;
}
