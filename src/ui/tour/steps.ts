import type { View } from "../shell";

/** A stop of the tour. */
export interface TourStep {
  /** A selector of what is pointed at. */
  readonly target: string;
  /** The view that must be in front for it; null: any. */
  readonly view: View | null;
  readonly title: string;
  readonly text: string;
}

/** The way round the page. */
export const TOUR: readonly TourStep[] = [
  {
    target: "[data-region='Script']",
    view: "code",
    title: "Your script",
    text: "Lua, kept in this browser as you type. Completion and hovers know every function, template and contact.",
  },
  {
    target: ".run-button",
    view: "code",
    title: "Run it",
    text: "It runs in a box that can reach nothing but app.integrations. Stop always works.",
  },
  {
    target: "[data-region='Console']",
    view: "console",
    title: "What it printed",
    text: "Output, the returned value, and errors with the line they came from.",
  },
  {
    target: ".side, .bottom-nav",
    view: "docs",
    title: "Docs that run",
    text: "Each example can be edited and run where it stands, in a world of its own.",
  },
  {
    target: ".side, .bottom-nav",
    view: "phone",
    title: "The customers’ phones",
    text: "Messages arrive here. Write back as the customer, block the business, press a button. Calls shows each request beside it.",
  },
  {
    target: ".learn",
    view: "scripts",
    title: "Learn by doing",
    text: "A course of short lessons, from the first call to a whole campaign. Check tries your script in several worlds.",
  },
  {
    target: ".mode",
    view: "code",
    title: "Mock and live",
    text: "Mock is a simulator: nobody gets a message. Live sends to Meta with an account you have saved, and asks first.",
  },
];
