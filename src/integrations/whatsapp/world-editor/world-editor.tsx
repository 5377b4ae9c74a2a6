import type { ComponentChild } from "preact";
import type { Playground } from "../../../app/playground";
import { type Tab, TabList, TabPanel } from "../../../ui/parts/tabs";
import { countOf } from "../simulator/world/chunks";
import { ClockSection } from "./clock/clock-section";
import { ContactsSection } from "./contacts/contacts-section";
import { editorState, type Section } from "./editor-state";
import { FaultsSection } from "./faults/faults-section";
import { WorldSection } from "./setup/world-section";
import { TemplatesSection } from "./templates/templates-section";
import "./world.css";

/** What is in the world dialog: a tab for each part of the document. */
export function WorldEditor({ playground }: { playground: Playground }) {
  const state = editorState(playground.world);
  const world = playground.world.world.value;
  const section = state.section.value;
  if (world === null)
    return (
      <p class="placeholder" role="status">
        Loading the simulated world…
      </p>
    );
  const tabs: readonly Tab<`world-${Section}`>[] = [
    { id: "world-world", label: "World" },
    { id: "world-contacts", label: "Contacts", count: countOf(world.contacts) },
    { id: "world-templates", label: "Templates", count: world.templates.length },
    { id: "world-faults", label: "Faults", count: world.faults.length },
    { id: "world-clock", label: "Clock" },
  ];
  const parts = { playground, state, world };
  const panels: Readonly<Record<Section, () => ComponentChild>> = {
    world: () => <WorldSection playground={playground} world={world} />,
    contacts: () => <ContactsSection {...parts} />,
    templates: () => <TemplatesSection {...parts} />,
    faults: () => <FaultsSection {...parts} />,
    clock: () => <ClockSection playground={playground} world={world} />,
  };
  const sections: readonly Section[] = ["world", "contacts", "templates", "faults", "clock"];
  return (
    <div class="world-editor">
      <TabList
        label="Parts of the world"
        tabs={tabs}
        current={`world-${section}`}
        onSelect={(id) => {
          const chosen = sections.find((one) => `world-${one}` === id);
          if (chosen !== undefined) state.section.value = chosen;
        }}
      />
      {sections.map((one) => (
        <TabPanel key={one} id={`world-${one}`} label={one} shown={one === section}>
          {one === section ? panels[one]() : null}
        </TabPanel>
      ))}
    </div>
  );
}
