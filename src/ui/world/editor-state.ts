/** What the world editor shows, and what was typed and not saved: kept while the dialog is closed, so Escape loses nothing. */
import { type Signal, signal } from "@preact/signals";
import type { WorldModel } from "../../app/playground";
import type { ContactDraft } from "./contacts/contact-draft";
import type { FaultDraft } from "./faults/fault-draft";
import type { TemplateDraft } from "./templates/template-draft";

export type Section = "world" | "contacts" | "templates" | "faults" | "clock";

export interface EditorState {
  readonly section: Signal<Section>;
  /** The open forms; null: none is. */
  readonly contact: Signal<ContactDraft | null>;
  readonly template: Signal<TemplateDraft | null>;
  readonly fault: Signal<FaultDraft | null>;
}

const states = new WeakMap<WorldModel, EditorState>();

/** The state of a world's editor, made when first asked for. */
export function editorState(world: WorldModel): EditorState {
  const known = states.get(world);
  if (known !== undefined) return known;
  const made: EditorState = {
    section: signal<Section>("world"),
    contact: signal<ContactDraft | null>(null),
    template: signal<TemplateDraft | null>(null),
    fault: signal<FaultDraft | null>(null),
  };
  states.set(world, made);
  return made;
}
