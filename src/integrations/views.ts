import type { ComponentType } from "preact";
import type { Playground } from "../app/playground";
import type { SnippetWorlds } from "../app/snippet";

/** An integration's own views, each loaded when it is first shown. */
export interface IntegrationViews {
  /** The other side of the conversation, a pane of the page: WhatsApp's phone. */
  phone(): Promise<ComponentType>;
  /** What a docs example or an embed left on that other side. */
  snippetPhone(): Promise<ComponentType<{ readonly worlds: SnippetWorlds }>>;
  /** The simulated world, looked at and changed by hand; inside a dialog. */
  worldEditor(): Promise<ComponentType>;
  /** Takes a file as the simulated world. The function returns why it was not imported, or `null`. */
  importWorld(): Promise<(playground: Playground, file: File) => Promise<string | null>>;
}
