import { expect, test } from "vitest";
import { decidePermission, deniedMessage, refusedMessage } from "../../../../src/gateway/live/permission";

test.each([
  ["allow", false, "allow"],
  ["ask", false, "ask"],
  ["ask", true, "allow"],
  ["deny", false, "deny"],
  ["deny", true, "deny"],
] as const)(
  "a write with setting %s, allowed for this run: %s, is answered %s",
  (write, forRun, decision) => {
    expect(decidePermission({ read: "allow", write }, "write", forRun)).toBe(decision);
    expect(decidePermission({ read: write, write: "allow" }, "read", forRun)).toBe(decision);
  },
);

test("the texts match the agent host's", () => {
  expect(deniedMessage("whatsapp", "write")).toBe(
    "Integration 'whatsapp' write access denied. Enable it in /settings → Integrations",
  );
  expect(refusedMessage("whatsapp", "read")).toBe(
    "Integration 'whatsapp' read requires approval. Ask the user to change the permission in /settings → Integrations",
  );
});
