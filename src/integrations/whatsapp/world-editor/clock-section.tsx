import { useState } from "preact/hooks";
import { Button } from "../../../ui/parts/button";
import * as form from "../../../ui/parts/form/fields";
import { Form } from "../../../ui/parts/form/form";
import type { World } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { fieldTime, timeAhead, timePasses } from "./clock-time";

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const hour = 3_600_000;
const ahead = form.lensOf<{ ms: number }>()("ms");

/** Simulated time, which only goes forward. */
export function ClockSection({ model, world }: { model: WhatsAppWorld; world: World }) {
  const [resets, setResets] = useState(0);
  const pass = (ms: number) => model.act(timePasses(ms));
  const read = (text: string) => {
    const typed = timeAhead(text, world.clock);
    return typed.ok ? typed.ms : new form.Wrong(typed.message);
  };
  return (
    <div class="form world-clock">
      <p>
        The world's clock says <strong class="number">{CLOCK.format(world.clock)}</strong>
      </p>
      <p class="note">
        It moves with each call by that call's simulated latency, and as you move it here. Messages are
        delivered and read, windows close and limits recover by it.
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
        Let time run: a simulated second every second
      </label>
      <Form
        key={resets}
        label="Set the clock"
        isInline
        fields={[
          form.line("Set the clock to", form.as(ahead, { show: () => fieldTime(world.clock), read }), {
            late: true,
            hint: "In your own time zone, later than now.",
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
