import type { ComponentType } from "preact";
import type { Worlds } from "./simulation";
import type { WorldState } from "./world-simulator";

/** The worlds of a docs example or an embed. */
export interface SnippetWorlds {
  readonly before: Worlds;
  readonly after: Worlds;
}

/** What an imported world goes into. */
export interface WorldImport {
  readonly world: { load(world: WorldState, what: string): void };
  readonly notices: { info(text: string): void };
}

/** A part of the world editor. `noun`: what can be added there, or `null`. */
export interface WorldPart {
  /** What the editor is asked for, as `jumps.world`. */
  readonly id: string;
  /** As a command: `Edit contacts`. */
  readonly title: string;
  readonly noun: string | null;
  /** Other words people look for it by, in lower case. */
  readonly also: string;
}

/** An integration's own views, each loaded when it is first shown. */
export interface IntegrationViews {
  /** The other side of the conversation, a pane of the page: WhatsApp's phone. */
  phone(): Promise<ComponentType>;
  /** Names what can be opened on that other side of a world. `key`: what the pane is asked for, as `jumps.chat`. */
  places(): Promise<(world: unknown) => readonly { readonly title: string; readonly key: string }[]>;
  /** What a run did on that other side, in a few words that lead there: `1 message to Maya`. Nothing if it did nothing. */
  runSummary(): Promise<ComponentType>;
  /** What a docs example or an embed left on that other side. */
  snippetPhone(): Promise<ComponentType<{ readonly worlds: SnippetWorlds }>>;
  /** The simulated world, looked at and changed by hand; inside a dialog. */
  worldEditor(): Promise<ComponentType>;
  /** Names the parts of that editor, for the palette. */
  worldParts(): Promise<readonly WorldPart[]>;
  /** Loads a file as the simulated world. Returns why it couldn't be imported, or `null`. */
  importWorld(): Promise<(into: WorldImport, file: File) => Promise<string | null>>;
}
