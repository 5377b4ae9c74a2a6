import { type ExampleScript, welcome } from "./welcome";

export type { ExampleScript };

const sources = import.meta.glob<string>(["./*.lua", "!./welcome.lua"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The examples, in the order in which they are best read. The first is what a first visitor sees. */
export const examples: readonly ExampleScript[] = [
  welcome,
  ...level("first steps", [
    ["send-a-message", "Send a message", "Answer someone with text, and read what comes back."],
    ["send-a-template", "Send a template", "Start a conversation, with and without placeholders to fill in."],
    ["list-contacts", "List contacts", "The people a number knows, as an aligned table."],
  ]),
  ...level("everyday", [
    ["all-pages", "All pages of a list", "An iterator that fetches page after page as needed."],
    ["several-accounts", "Several accounts", "Support and sales, each with its own number."],
    ["handle-errors", "Handle errors", "Catch a failed call, and tell the cases apart."],
    ["json-and-regex", "JSON and regular expressions", "Read orders out of messages people wrote."],
    ["read-the-docs", "Read the docs", "The reference, from inside a script."],
    ["follow-a-message", "Follow a message", "Watch it being sent, delivered, read, or refused."],
  ]),
  ...level("advanced", [
    ["text-or-template", "Text, else template", "Fall back when the window turns out closed."],
    [
      "fill-any-template",
      "Fill any template",
      "Find a template's placeholders and fill them in from a table.",
    ],
    ["retry-later", "Retry later", "Decide by code what to repeat, when, and what never."],
    ["delivery-report", "Delivery report", "Send to several people and report how far each got."],
    ["small-campaign", "A small campaign", "Everyone with a name who did not opt out, with a report."],
  ]),
];

function level(
  level: ExampleScript["level"],
  rows: readonly (readonly [id: string, title: string, summary: string])[],
): readonly ExampleScript[] {
  return rows.map(([id, title, summary]) => {
    const source = sources[`./${id}.lua`];
    if (source === undefined) throw new Error(`src/examples/${id}.lua is missing.`);
    return { id, name: `${id}.lua`, title, summary, level, source };
  });
}
