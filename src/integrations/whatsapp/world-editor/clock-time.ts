/** Simulated time as a `datetime-local` field shows it, and how far ahead a typed time is. */
import type { WorldEvent } from "../simulator/page";

/** How far one event may move the clock (`world/event.ts`). */
const longestStep = 400 * 86_400_000;
/** Ten years; longer jumps are slips of the finger. */
const longestJump = 3_653 * 86_400_000;

/** Unix ms as `2026-11-02T09:00:05` in the person's time zone. */
export function fieldTime(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** How many ms the clock must go forward to show what was typed; or why it cannot. */
export function timeAhead(
  typed: string,
  clock: number,
): { ok: true; ms: number } | { ok: false; message: string } {
  const wanted = new Date(typed).getTime();
  if (Number.isNaN(wanted)) return { ok: false, message: "Type a date and a time." };
  const ms = wanted - clock;
  // The field shows whole seconds, the clock has milliseconds.
  if (ms <= -1000)
    return {
      ok: false,
      message:
        "The simulated clock cannot go back, because a message that was read would be unread again. Reset the world to begin anew.",
    };
  if (ms > longestJump) return { ok: false, message: "The clock goes forward by ten years at most." };
  return { ok: true, ms: Math.max(0, ms) };
}

/** The events that move the clock by this many ms: more than one where it is farther than a single one may. */
export function timePasses(ms: number): readonly WorldEvent[] {
  const events: WorldEvent[] = [];
  for (let left = ms; left > 0; left -= longestStep) {
    events.push({ type: "time_passed", ms: Math.min(left, longestStep) });
  }
  return events;
}
