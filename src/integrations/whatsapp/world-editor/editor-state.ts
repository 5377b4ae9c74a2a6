/** What the world editor shows, and unsaved input. It outlives the dialog, so Escape loses nothing. */
import { type Signal, signal } from "@preact/signals";
import type { NoticesModel } from "../../../app/notices";
import type { Typed } from "../../../ui/parts/form/fields";
import type { Contact, Fault } from "../simulator/page";
import type { WhatsAppWorld } from "../use-world";
import type { EditedTemplate } from "./templates/template-parts";

export type Section = "world" | "contacts" | "templates" | "faults" | "clock";

/** An open form: the item it changes (`null` for a new one), its initial value, and what was typed. */
export interface Opened<T> {
  readonly id: string | null;
  readonly start: T;
  readonly typed: Typed;
}

/** The open form of one kind, or `null`. */
export type OpenForm<T> = Signal<Opened<T> | null>;

const opens = <T>(): OpenForm<T> => signal(null);
const begin = () => ({
  section: signal<Section>("world"),
  contact: opens<Contact>(),
  template: opens<EditedTemplate>(),
  fault: opens<Fault>(),
});

const states = new WeakMap<WhatsAppWorld, ReturnType<typeof begin>>();

/** Returns the state of a world's editor, made on first use. */
export function editorState(world: WhatsAppWorld) {
  const state = states.get(world) ?? begin();
  states.set(world, state);
  return state;
}

/** Opens a form, or closes it (`null`). A notice offers unsaved input back. */
export function turnTo<T>(form: OpenForm<T>, next: Opened<T> | null, notices: NoticesModel): void {
  const before = form.peek();
  form.value = next;
  if (before === null || Object.keys(before.typed).length === 0) return;
  notices.info("Your changes weren't saved.", {
    label: "Back to the form",
    run() {
      form.value = before;
    },
  });
}
