/** What the world editor shows, and what was typed and not saved: kept while the dialog is closed, so Escape loses nothing. */
import { type Signal, signal } from "@preact/signals";
import type { NoticesModel } from "../../../app/notices";
import type { WhatsAppWorld } from "../world";
import type { ContactDraft } from "./contacts/contact-draft";
import type { FaultDraft } from "./faults/fault-draft";
import type { TemplateDraft } from "./templates/template-draft";

export type Section = "world" | "contacts" | "templates" | "faults" | "clock";

/** A form: as it was opened, and as it stands. */
export interface Opened<Draft> {
  readonly first: Draft;
  readonly now: Draft;
}

/** The open form of one kind; null: none is. */
export type OpenForm<Draft> = Signal<Opened<Draft> | null>;

export interface EditorState {
  readonly section: Signal<Section>;
  readonly contact: OpenForm<ContactDraft>;
  readonly template: OpenForm<TemplateDraft>;
  readonly fault: OpenForm<FaultDraft>;
}

const states = new WeakMap<WhatsAppWorld, EditorState>();

/** The state of a world's editor, made when first asked for. */
export function editorState(world: WhatsAppWorld): EditorState {
  const known = states.get(world);
  if (known !== undefined) return known;
  const made: EditorState = {
    section: signal<Section>("world"),
    contact: signal<Opened<ContactDraft> | null>(null),
    template: signal<Opened<TemplateDraft> | null>(null),
    fault: signal<Opened<FaultDraft> | null>(null),
  };
  states.set(world, made);
  return made;
}

/** Opens a form on `draft`, or closes it (null). What was typed in it before and not saved is offered back by a notice. */
export function turnTo<Draft>(form: OpenForm<Draft>, draft: Draft | null, notices: NoticesModel): void {
  const before = form.peek();
  form.value = draft === null ? null : { first: draft, now: draft };
  if (before === null || JSON.stringify(before.first) === JSON.stringify(before.now)) return;
  notices.show({
    tone: "info",
    text: "What you typed in the form was not saved.",
    action: {
      label: "Go back to it",
      run() {
        form.value = before;
      },
    },
  });
}

/** Puts what was typed into the open form. */
export function typed<Draft>(form: OpenForm<Draft>, draft: Draft): void {
  form.value = { first: form.peek()?.first ?? draft, now: draft };
}
