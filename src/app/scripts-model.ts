import type { ReadonlySignal } from "@preact/signals";
import type { KeepParts, KeepStatus } from "../storage/record-kind";
import type { Saved } from "../storage/unload-store";
import type { NoticesModel } from "./notices";
import type { UnsavedScripts } from "./script-record";

/** A script of the person's. */
export interface SavedScript {
  readonly id: string;
  /** File name, `.lua` at the end; unique among the scripts. */
  readonly name: string;
  readonly source: string;
  /** Unix milliseconds. */
  readonly editedAt: number;
}

/** The scripts, as views see them. */
export interface ScriptsModel {
  readonly all: ReadonlySignal<readonly SavedScript[]>;
  readonly current: ReadonlySignal<SavedScript>;
  readonly storage: ReadonlySignal<KeepStatus>;
  /** Called on every change of the editor's text. Saved soon after, and at once when the page is hidden. */
  edit(source: string): void;
  select(id: string): void;
  /** Adds a script and selects it. The name is made unique. `id`: a fixed one that no script may have yet. */
  create(name: string, source: string, id?: string): SavedScript;
  /** Selects the script that has this text, or adds one. Returns whether it was added. */
  open(name: string, source: string): boolean;
  /** Returns what is wrong with the name, or `null` on success. */
  rename(id: string, name: string): string | null;
  duplicate(id: string): void;
  /** Removes it, with a notice that offers undo. */
  remove(id: string): void;
}

/** What scripts need of the page. */
export interface ScriptsParts extends KeepParts {
  readonly notices: NoticesModel;
  /** Loads what a first visit shows. Called only then, so that later visits do not wait for the examples. */
  readonly welcome: () => Promise<{ readonly name: string; readonly source: string }>;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What closed pages could not save. */
  readonly leftBehind?: readonly UnsavedScripts[];
}

/** The scripts, as the page that opened them sees them. */
export interface OpenScripts extends ScriptsModel, Saved<UnsavedScripts> {
  /** Checks whether the store was emptied under this page, and saves everything again if so. */
  recheck(): Promise<void>;
  close(): void;
}
