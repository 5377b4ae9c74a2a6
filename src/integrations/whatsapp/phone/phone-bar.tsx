import { Clock, FastForward, Globe, Play, Square } from "lucide";
import { usePage } from "../../../ui/page";
import { Button } from "../../../ui/parts/button";
import { Icon } from "../../../ui/parts/icon";
import type { World } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import { clockText, timeText } from "./clock";
import { unreadAt } from "./conversations";

const HOUR = 3_600_000;

interface Props {
  readonly world: World;
  readonly model: WhatsAppWorld;
  readonly phoneNumberId: string;
  onAccount(phoneNumberId: string): void;
}

/** The phone's business number, and simulated time: the clock and its controls. */
export function PhoneBar({ world, model, phoneNumberId, onAccount }: Props) {
  const { runCommand } = usePage();
  const running = model.running.value;
  const chosen = world.accounts.find((account) => account.phoneNumberId === phoneNumberId);
  const pass = (ms: number) => model.act([{ type: "time_passed", ms }]);
  return (
    <div class="pane-head phone-bar">
      {world.accounts.length > 1 && (
        <select
          class="input phone-account"
          aria-label="Business number"
          title={chosen && `+${chosen.phoneNumber}`}
          value={phoneNumberId}
          onChange={(event) => onAccount(event.currentTarget.value)}
        >
          {world.accounts.map((account) => {
            // Those of the chosen number are in view.
            const unread = account === chosen ? 0 : unreadAt(world, account.phoneNumberId);
            return (
              <option key={account.phoneNumberId} value={account.phoneNumberId}>
                {account.name}
                {unread > 0 && ` (${unread} unread)`}
              </option>
            );
          })}
        </select>
      )}
      <Button icon={Globe} size={12} title="Edit world" onClick={() => runCommand("editWorld")}>
        <span class="if-room">World</span>
      </Button>
      <fieldset class="phone-time">
        <legend class="visually-hidden">Simulated time</legend>
        <span class="phone-clock" title={clockText(world.clock)}>
          <Icon node={Clock} size={12} />
          <span class="visually-hidden">Simulated time: </span>
          <time dateTime={new Date(world.clock).toISOString()}>
            <span class="phone-clock-long">{clockText(world.clock)}</span>
            <span class="phone-clock-short">{timeText(world.clock)}</span>
          </time>
        </span>
        <Button icon={FastForward} size={12} onClick={() => pass(HOUR)}>
          +1 h
        </Button>
        <Button icon={FastForward} size={12} onClick={() => pass(25 * HOUR)}>
          +25 h
        </Button>
        <Button
          icon={running ? Square : Play}
          size={12}
          class="phone-run"
          aria-pressed={running}
          title="Run the simulated clock in real time"
          onClick={() => {
            model.running.value = !running;
          }}
        >
          <span class="if-room">Run clock</span>
        </Button>
      </fieldset>
    </div>
  );
}
