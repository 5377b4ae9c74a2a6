import type { ExampleScript } from "./example-script";
import source from "./welcome.lua?raw";

/** What a first visitor sees; apart from the others, which are not waited for. */
export const welcome: ExampleScript = {
  id: "welcome",
  name: "welcome.lua",
  title: "Welcome",
  summary: "Who am I, which templates are there, and a first message.",
  level: "first steps",
  source,
};
