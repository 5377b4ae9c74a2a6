import source from "./welcome.lua?raw";

/** A complete script that runs in mock mode against a fresh simulator. */
export interface ExampleScript {
  /** The file name without `.lua`. */
  readonly id: string;
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly level: "first steps" | "everyday" | "advanced";
  readonly source: string;
}

/** What a first visitor sees. Separate from the other examples, so it needn't wait for them. */
export const welcome: ExampleScript = {
  id: "welcome",
  name: "welcome.lua",
  title: "Welcome",
  summary: "Send Maya your first message.",
  level: "first steps",
  source,
};
