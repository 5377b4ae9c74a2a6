import type { ComponentType } from "preact";
import type { Worlds } from "./simulation";
import type { WorldState } from "./world-simulator";

/** The worlds of a docs example or an embed. */
export interface SnippetWorlds {
  readonly before: Worlds;
  readonly after: Worlds;
}

/** The target of an imported world. */
export interface WorldImport {
  readonly world: { load(world: WorldState, what: string): void };
  readonly notices: { info(text: string): void };
}

/** A part of the world editor. `noun`: what can be added there, or `null`. */
export interface WorldPart {
  /** The value of `jumps.world`. */
  readonly id: string;
  /** As a command: `Edit contacts`. */
  readonly title: string;
  readonly noun: string | null;
  /** Other words people look for it by, in lower case. */
  readonly also: string;
}

/** An integration's own views, each loaded when it is first shown. */
export interface IntegrationViews {
  /** The other side of the conversation, as a pane of the page: WhatsApp's phone. */
  phone(): Promise<ComponentType>;
  /** Lists what can be opened on that other side of a world. `key`: the value of `jumps.chat`. */
  places(): Promise<(world: unknown) => readonly { readonly title: string; readonly key: string }[]>;
  /** What a run did on that other side, as a short link: `1 message to Maya`. Renders nothing if it did nothing. */
  runSummary(): Promise<ComponentType>;
  /** What a docs example or an embed left on that other side. */
  snippetPhone(): Promise<ComponentType<{ readonly worlds: SnippetWorlds }>>;
  /** Shows the simulated world and lets a person change it. Inside a dialog. */
  worldEditor(): Promise<ComponentType>;
  /** Lists the parts of that editor, for the palette. */
  worldParts(): Promise<readonly WorldPart[]>;
  /** Loads a file as the simulated world. Returns why it couldn't be imported, or `null`. */
  importWorld(): Promise<(into: WorldImport, file: File) => Promise<string | null>>;
}
