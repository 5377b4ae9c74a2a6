import { useState } from "preact/hooks";
import type { Playground } from "../../../../app/playground";
import { Button } from "../../../../ui/parts/button";
import { TextField } from "../../../../ui/parts/field";
import type { World } from "../../simulator/world/world";
import { fieldTime, timeAhead, timePasses } from "./clock-time";

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const HOUR = 3_600_000;

/** Simulated time, which only goes forward. */
export function ClockSection({ playground, world }: { playground: Playground; world: World }) {
  const { world: model } = playground;
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const pass = (ms: number) => model.act(timePasses(ms));
  const set = () => {
    const ahead = timeAhead(typed ?? fieldTime(world.clock), world.clock);
    setWrong(ahead.ok ? null : ahead.message);
    if (!ahead.ok) return;
    pass(ahead.ms);
    setTyped(null);
  };
  return (
    <div class="world-form">
      <p>
        The world's clock says <strong class="number">{CLOCK.format(world.clock)}</strong>
      </p>
      <p class="note">
        It moves with each call by that call's simulated latency, and as you move it here. Messages are
        delivered and read, windows close and limits recover by it.
      </p>
      <div class="world-actions">
        <Button onClick={() => pass(60_000)}>+1 min</Button>
        <Button onClick={() => pass(HOUR)}>+1 h</Button>
        <Button onClick={() => pass(25 * HOUR)}>+25 h</Button>
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
      <form
        class="world-inline"
        noValidate
        aria-label="Set the clock"
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <TextField
          label="Set the clock to"
          value={typed ?? fieldTime(world.clock)}
          error={wrong}
          hint="In your own time zone, later than now."
          input={{ type: "datetime-local", step: 1 }}
          onInput={(value) => {
            setTyped(value);
            setWrong(null);
          }}
        />
        <div class="world-actions">
          <button type="submit" class="button">
            Set
          </button>
          {wrong === null ? null : (
            <Button
              onClick={() => {
                model.reset();
                setTyped(null);
                setWrong(null);
              }}
            >
              Reset the world
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}
