import type { Signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { usePage, usePlayground } from "../../../ui/page";
import { type Tab, TabList, TabPanel } from "../../../ui/parts/tabs";
import { countOf } from "../simulator/page";
import { useWhatsAppWorld } from "../use-world";
import { ClockSection } from "./clock-section";
import { contactKind } from "./contacts";
import { editorState, type OpenForm, type Section } from "./editor-state";
import { faultKind } from "./faults";
import { type ItemKind, ItemsSection } from "./items-section";
import { worldParts } from "./parts";
import { templateKind } from "./templates/templates";
import { WorldSection } from "./world-section";
import "./world.css";

/** The contents of the world dialog: a tab for each part of the document. */
export function WorldEditor() {
  const playground = usePlayground();
  const model = useWhatsAppWorld();
  const { section, contact, template, fault } = editorState(model);
  const current = useSection(section);
  const world = model.world.value;
  if (world === null)
    return (
      <p class="placeholder" role="status">
        Loading world…
      </p>
    );
  const both = { playground, model, world };
  const items =
    <Item, T>(kind: ItemKind<Item, T>, form: OpenForm<T>) =>
    () => <ItemsSection {...both} kind={kind} form={form} />;
  const { contacts, templates, faults } = world;
  const parts: readonly (Tab<Section> & { draw(): ComponentChild })[] = [
    { id: "world", label: "World", draw: () => <WorldSection {...both} /> },
    { id: "contacts", label: "Contacts", count: countOf(contacts), draw: items(contactKind, contact) },
    { id: "templates", label: "Templates", count: templates.length, draw: items(templateKind, template) },
    { id: "faults", label: "Faults", count: faults.length, draw: items(faultKind, fault) },
    { id: "clock", label: "Clock", draw: () => <ClockSection {...both} /> },
  ];
  return (
    <div class="world-editor">
      <TabList
        label="Parts of the world"
        tabs={parts}
        current={current}
        onSelect={(id) => {
          section.value = id;
        }}
      />
      {parts.map(({ id, label, draw }) => (
        <TabPanel key={id} id={id} label={label} shown={id === current}>
          {id === current ? draw() : null}
        </TabPanel>
      ))}
    </div>
  );
}

/** The part shown: the one requested in the palette, or the last one. */
function useSection(section: Signal<Section>): Section {
  const { world } = usePage().shell.jumps;
  const wanted = worldParts.find(({ id }) => id === world.value)?.id;
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    section.value = wanted;
    world.value = null;
  }, [wanted]);
  return wanted ?? section.value;
}
