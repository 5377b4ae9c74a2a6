import { FlaskConical, Globe, RotateCcw } from "lucide";
import type { WhatsAppWorld } from "../../integrations/whatsapp/world";
import { Menu } from "../parts/menu";

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** What the simulator of mock mode holds, where it is edited, and the way back to its beginning. */
export function SimulatorMenu({ world, onEdit }: { world: WhatsAppWorld; onEdit(): void }) {
  return (
    <Menu
      class="simulator-menu"
      label="Simulator"
      icon={FlaskConical}
      note={
        <>
          The simulator holds {world.summary.value}. Its clock says{" "}
          {CLOCK.format(world.now.value ?? undefined)}.
        </>
      }
      items={[
        { label: "Edit the simulated world", icon: Globe, run: onEdit },
        { label: "Reset the simulator", icon: RotateCcw, run: () => world.reset() },
      ]}
    />
  );
}
