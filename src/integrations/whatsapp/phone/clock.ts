/** Simulated time in words, in the person's own time zone. */
import { windowLength } from "../simulator/page";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

const hourMinute = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const withSeconds = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long" });
const date = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const shortDate = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "numeric", year: "2-digit" });

/** `09:41`. */
export function timeText(at: number): string {
  return hourMinute.format(at);
}

/** The whole clock: `2 Nov, 09:41:07`. */
export function clockText(at: number): string {
  return withSeconds.format(at);
}

/** A day's divider: `Today`, `Yesterday`, a weekday of the last week, else the date. */
export function dayText(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return days > 1 && days < 7 ? weekday.format(at) : date.format(at);
}

/** Beside a chat in the list: the time if it is today, otherwise the day. */
export function listTimeText(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return timeText(at);
  if (days === 1) return "Yesterday";
  return days > 1 && days < 7 ? weekday.format(at) : shortDate.format(at);
}

/** The first millisecond after a time's day in the person's calendar. */
export function endOfDay(at: number): number {
  return new Date(at).setHours(24, 0, 0, 0);
}

// By the calendar. Rounded, since a day may have 23 or 25 hours.
function daysBetween(at: number, now: number): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY);
}

/** The window after the customer's last message (`null`: never wrote), as shown in the chat's head. */
export function windowText(lastInboundAt: number | null, now: number) {
  const left = lastInboundAt === null ? 0 : lastInboundAt + windowLength - now;
  return left > 0
    ? { open: true, text: `Window open, ${spanText(left)} left` }
    : { open: false, text: "Window closed: templates only" };
}

/** `23 h 58 min`, `4 min`, `under a minute`. @internal */
export function spanText(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (hours === 0) return minutes === 0 ? "under a minute" : `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
