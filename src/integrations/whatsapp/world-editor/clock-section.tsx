import { useState } from "preact/hooks";
import { Button } from "../../../ui/parts/button";
import * as form from "../../../ui/parts/form/fields";
import { Form } from "../../../ui/parts/form/form";
import type { World, WorldEvent } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const hour = 3_600_000;
const ahead = form.lensOf<{ ms: number }>()("ms");

/** Simulated time, which only goes forward. */
export function ClockSection({ model, world }: { model: WhatsAppWorld; world: World }) {
  const [resets, setResets] = useState(0);
  const pass = (ms: number) => model.act(timePasses(ms));
  const read = (text: string) => timeAhead(text, world.clock);
  return (
    <div class="form world-clock">
      <p>
        Simulated time: <strong class="number">{CLOCK.format(world.clock)}</strong>
      </p>
      <p class="note">
        Each call advances it by the call's simulated latency. It decides when messages are delivered and
        read, when windows close and when limits reset.
      </p>
      <div class="form-actions">
        <Button onClick={() => pass(60_000)}>+1 min</Button>
        <Button onClick={() => pass(hour)}>+1 h</Button>
        <Button onClick={() => pass(25 * hour)}>+25 h</Button>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={model.running.value}
          onChange={(event) => {
            model.running.value = event.currentTarget.checked;
          }}
        />
        Run clock in real time
      </label>
      <Form
        key={resets}
        label="Set the clock"
        isInline
        fields={[
          form.line("Set the clock to", form.as(ahead, { show: () => fieldTime(world.clock), read }), {
            late: true,
            hint: "In your time zone. Must be later than now.",
            input: { type: "datetime-local", step: 1 },
          }),
        ]}
        start={{ ms: 0 }}
        submit="Set"
        actions={({ isWrong }, tried) =>
          tried && isWrong ? (
            <Button
              onClick={() => {
                model.reset();
                setResets(resets + 1);
              }}
            >
              Reset the world
            </Button>
          ) : null
        }
        onSave={({ ms }) => {
          pass(ms);
          return null;
        }}
      />
    </div>
  );
}

/** Simulated time in a `datetime-local` field, and how far ahead a typed time is. */

/** How far one event may move the clock (`world/event.ts`). */
const longestStep = 400 * 86_400_000;
/** Ten years. Longer jumps are typing errors. */
const longestJump = 3_653 * 86_400_000;

/** Unix ms as `2026-11-02T09:00:05` in the person's time zone. */
export function fieldTime(ms: number): string {
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** How many ms the clock must go forward to reach the typed time. @internal */
export function timeAhead(typed: string, clock: number): number | form.Wrong {
  const wanted = new Date(typed).getTime();
  if (Number.isNaN(wanted)) return new form.Wrong("Enter a date and time.");
  const ms = wanted - clock;
  // The field shows whole seconds, the clock has milliseconds.
  if (ms <= -1000) {
    return new form.Wrong("The clock can't go back. Reset the world to start over.");
  }
  return ms > longestJump ? new form.Wrong("The clock can go forward ten years at most.") : Math.max(0, ms);
}

/** The events that move the clock by this many ms: several if one may not go that far. @internal */
export function timePasses(ms: number): readonly WorldEvent[] {
  const events: WorldEvent[] = [];
  for (let left = ms; left > 0; left -= longestStep) {
    events.push({ type: "time_passed", ms: Math.min(left, longestStep) });
  }
  return events;
}
