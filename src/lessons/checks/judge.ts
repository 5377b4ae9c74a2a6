import type { Check } from "../format/check-schema";
import type { Outcome } from "../outcome";
import { judgeCalls, judgeRequests } from "./calls";
import { judgeEnd } from "./end";
import type { Seen } from "./match";
import { judgeMessages } from "./messages";
import { judgePrinted } from "./printed";
import { judgeRecipients } from "./recipients";
import { judgeReturned } from "./returned";

/** Judges a declarative check: `null` if it holds, else what was seen. */
export function judge(check: Exclude<Check, { kind: "lua" }>, outcome: Outcome): Seen | null {
  switch (check.kind) {
    case "calls":
      return judgeCalls(check, outcome);
    case "requests":
      return judgeRequests(check, outcome);
    case "messages":
      return judgeMessages(check, outcome);
    case "recipients":
      return judgeRecipients(check, outcome);
    case "printed":
      return judgePrinted(check, outcome);
    case "returned":
      return judgeReturned(check, outcome);
    case "end":
      return judgeEnd(check, outcome);
  }
}
