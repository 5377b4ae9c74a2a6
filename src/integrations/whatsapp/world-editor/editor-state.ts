/** What the world editor shows, and what was typed and not saved. It outlives the dialog, so Escape loses nothing. */
import { type Signal, signal } from "@preact/signals";
import type { NoticesModel } from "../../../app/notices";
import type { Typed } from "../../../ui/parts/form/fields";
import type { Contact, Fault } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import type { TemplateDraft } from "./templates/template-parts";

export type Section = "world" | "contacts" | "templates" | "faults" | "clock";

/** An open form: which item it changes (`null` for a new one), what it began with, what was typed. */
export interface Opened<T> {
  readonly id: string | null;
  readonly start: T;
  readonly typed: Typed;
}

/** The open form of one kind, or `null`. */
export type OpenForm<T> = Signal<Opened<T> | null>;

export interface EditorState {
  readonly section: Signal<Section>;
  readonly contact: OpenForm<Contact>;
  readonly template: OpenForm<TemplateDraft>;
  readonly fault: OpenForm<Fault>;
}

const states = new WeakMap<WhatsAppWorld, EditorState>();

/** Returns the state of a world's editor, made on first use. */
export function editorState(world: WhatsAppWorld): EditorState {
  const known = states.get(world);
  if (known !== undefined) return known;
  const made: EditorState = {
    section: signal<Section>("world"),
    contact: signal<Opened<Contact> | null>(null),
    template: signal<Opened<TemplateDraft> | null>(null),
    fault: signal<Opened<Fault> | null>(null),
  };
  states.set(world, made);
  return made;
}

/** Opens a form, or closes it (`null`). A notice offers back what was typed before and not saved. */
export function turnTo<T>(form: OpenForm<T>, next: Opened<T> | null, notices: NoticesModel): void {
  const before = form.peek();
  form.value = next;
  if (before === null || Object.keys(before.typed).length === 0) return;
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
