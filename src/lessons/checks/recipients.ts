import type { CheckOf } from "../format/check-schema";
import type { Outcome } from "../outcome";
import { argumentsOf } from "./calls";
import type { Seen } from "./match";
import { sentMessages } from "./sent";

/** Whom the run wrote to. Seen: `people`, those whom the rule names or forbids, and how `many` they are. */
export function judgeRecipients(check: CheckOf<"recipients">, outcome: Outcome): Seen | null {
  const wrong = [...new Set(wrongPeople(check, outcome))];
  return wrong.length === 0
    ? null
    : {
        people: wrong.length > 3 ? `${wrong.slice(0, 3).join(", ")} and others` : wrong.join(", "),
        many: String(wrong.length),
      };
}

function wrongPeople(check: CheckOf<"recipients">, outcome: Outcome): readonly string[] {
  const reached = sentMessages(outcome).map(({ to }) => to);
  if (check.rule === "once") return reached.filter((to, at) => reached.indexOf(to) !== at);
  if (check.rule === "all") return check.people.filter((person) => !reached.includes(person));
  // A refused try to write to someone counts as well: the next world may not refuse it.
  const tried = outcome.calls
    .filter(({ kind, request }) => kind === "write" && request !== null)
    .map((row) => String(argumentsOf(row).to ?? "").replace(/\D/g, ""));
  return [...reached, ...tried].filter((person) => person !== "" && !check.people.includes(person));
}
