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
