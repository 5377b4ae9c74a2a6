/** Meta's rules for a template's buttons (`docs/cloud-api.md`, Templates). */
import { variablesOf } from "../../simulator/messages/variables";
import { type Check, tooLong } from "./template-checks";
import { type ButtonDraft, needsExample } from "./template-draft";

/** How many buttons a template has at most. */
export const mostButtons = 10;

const mostOf = [
  { type: "URL", most: 2, what: "URL buttons" },
  { type: "PHONE_NUMBER", most: 1, what: "phone button" },
  { type: "COPY_CODE", most: 1, what: "copy-code button" },
] as const;

/** What is wrong with the buttons together (`buttons`) and each by itself (`button.KEY.text`, `.value`, `.example`). */
export function checkButtons(buttons: readonly ButtonDraft[]): readonly Check[] {
  return [...together(buttons), ...buttons.flatMap(single)];
}

function together(buttons: readonly ButtonDraft[]): readonly Check[] {
  const checks: Check[] = [];
  if (buttons.length > mostButtons)
    checks.push({
      field: "buttons",
      kind: "refused",
      text: `There are ${buttons.length} buttons; ${mostButtons} are allowed.`,
    });
  for (const { type, most, what } of mostOf) {
    const count = buttons.filter((button) => button.type === type).length;
    if (count > most)
      checks.push({
        field: "buttons",
        kind: "advice",
        text: `Meta allows ${most} ${what}; there are ${count}.`,
      });
  }
  // Q Q U and U Q Q are fine, Q U Q is not.
  const runs = buttons.filter(
    (button, at) => button.type === "QUICK_REPLY" && buttons[at - 1]?.type !== "QUICK_REPLY",
  );
  if (runs.length > 1)
    checks.push({
      field: "buttons",
      kind: "advice",
      text: "Meta wants quick replies side by side: move the other buttons before or after them.",
    });
  return checks;
}

function single(button: ButtonDraft): readonly Check[] {
  const { key, type, text, value, example } = button;
  const field = (part: string) => `button.${key}.${part}`;
  const checks: Check[] = [];
  const say = (part: string, kind: Check["kind"], sentence: string) =>
    checks.push({ field: field(part), kind, text: sentence });
  if (text === "") say("text", "refused", "A button needs a label.");
  checks.push(...tooLong(field("text"), "The label", text, 25));
  if (variablesOf(text).length > 0) say("text", "advice", "Meta allows no variable in a label.");
  if (type === "URL") {
    if (value === "") say("value", "refused", "A URL button needs an address.");
    else if (!/^https?:\/\/\S+$/i.test(value))
      say("value", "advice", "An address begins with https:// and has no blanks.");
    checks.push(...tooLong(field("value"), "The address", value, 2000));
    const variables = variablesOf(value);
    if (variables.length > 1) say("value", "advice", "Meta allows one variable in an address.");
    else if (variables.length === 1 && !/\}\}$/.test(value))
      say("value", "advice", "Meta allows a variable only at the end of an address.");
  }
  if (type === "PHONE_NUMBER") {
    if (!/^\+?[\d ().-]+$/.test(value))
      say("value", "advice", "A phone button needs a number, as in +15550100142.");
    checks.push(...tooLong(field("value"), "The number", value, 20));
  }
  if (needsExample(button) && example === "")
    say(
      "example",
      "advice",
      type === "URL" ? "Meta wants an example of the whole address." : "Meta wants an example code.",
    );
  return checks;
}
