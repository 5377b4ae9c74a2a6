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
    ["send-a-message", "Send a message", "Reply to a customer and read the response."],
    [
      "send-a-template",
      "Send a template",
      "Start a conversation with a template, with or without placeholders.",
    ],
    ["list-contacts", "List contacts", "Print your contacts as a table."],
  ]),
  ...level("everyday", [
    ["all-pages", "All pages of a list", "An iterator that fetches pages as needed."],
    ["several-accounts", "Several accounts", "Support and sales, each with its own number."],
    ["handle-errors", "Handle errors", "Catch errors and handle each kind."],
    ["json-and-regex", "JSON and regular expressions", "Extract orders from customer messages."],
    ["read-the-docs", "Read the docs", "Read the docs from a script."],
    ["follow-a-message", "Follow a message", "Track it until it's sent, delivered, read or failed."],
  ]),
  ...level("advanced", [
    ["text-or-template", "Text or template", "Fall back to a template when the window is closed."],
    ["fill-any-template", "Fill any template", "Fill a template's placeholders from a table."],
    ["retry-later", "Retry later", "Use error codes to decide what to retry."],
    ["delivery-report", "Delivery report", "Send to several people and report each status."],
    ["small-campaign", "A small campaign", "Message everyone who has a name and didn't opt out."],
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
