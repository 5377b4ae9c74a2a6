import allPages from "./all-pages.lua?raw";
import deliveryReport from "./delivery-report.lua?raw";
import type { ExampleScript } from "./example-script";
import fillAnyTemplate from "./fill-any-template.lua?raw";
import followAMessage from "./follow-a-message.lua?raw";
import handleErrors from "./handle-errors.lua?raw";
import jsonAndRegex from "./json-and-regex.lua?raw";
import listContacts from "./list-contacts.lua?raw";
import readTheDocs from "./read-the-docs.lua?raw";
import retryLater from "./retry-later.lua?raw";
import sendAMessage from "./send-a-message.lua?raw";
import sendATemplate from "./send-a-template.lua?raw";
import severalAccounts from "./several-accounts.lua?raw";
import smallCampaign from "./small-campaign.lua?raw";
import textOrTemplate from "./text-or-template.lua?raw";
import { welcome } from "./welcome";

export type { ExampleScript };

/** The examples, in the order in which they are best read; the first is what a first visitor sees. */
export const examples: readonly ExampleScript[] = [
  welcome,
  first(
    "send-a-message",
    "Send a message",
    "Answer someone with text, and read what comes back.",
    sendAMessage,
  ),
  first(
    "send-a-template",
    "Send a template",
    "Start a conversation, with and without gaps to fill.",
    sendATemplate,
  ),
  first("list-contacts", "List contacts", "The people a number knows, as an aligned table.", listContacts),
  everyday(
    "all-pages",
    "All pages of a list",
    "An iterator that fetches page after page as needed.",
    allPages,
  ),
  everyday(
    "several-accounts",
    "Several accounts",
    "Support and sales, each with its own number.",
    severalAccounts,
  ),
  everyday("handle-errors", "Handle errors", "Catch a failed call, and tell the cases apart.", handleErrors),
  everyday(
    "json-and-regex",
    "JSON and regular expressions",
    "Read orders out of messages people wrote.",
    jsonAndRegex,
  ),
  everyday("read-the-docs", "Read the docs", "The reference, from inside a script.", readTheDocs),
  everyday(
    "follow-a-message",
    "Follow a message",
    "Watch it being sent, delivered, read, or refused.",
    followAMessage,
  ),
  advanced(
    "text-or-template",
    "Text, else template",
    "Fall back when the window turns out closed.",
    textOrTemplate,
  ),
  advanced(
    "fill-any-template",
    "Fill any template",
    "Find a template's gaps and fill them from a table.",
    fillAnyTemplate,
  ),
  advanced("retry-later", "Retry later", "Decide by code what to repeat, when, and what never.", retryLater),
  advanced(
    "delivery-report",
    "Delivery report",
    "Send to several people and report how far each got.",
    deliveryReport,
  ),
  advanced(
    "small-campaign",
    "A small campaign",
    "Everyone with a name who did not opt out, with a report.",
    smallCampaign,
  ),
];

function first(id: string, title: string, summary: string, source: string): ExampleScript {
  return { id, name: `${id}.lua`, title, summary, level: "first steps", source };
}

function everyday(id: string, title: string, summary: string, source: string): ExampleScript {
  return { id, name: `${id}.lua`, title, summary, level: "everyday", source };
}

function advanced(id: string, title: string, summary: string, source: string): ExampleScript {
  return { id, name: `${id}.lua`, title, summary, level: "advanced", source };
}
