import { describe, expect, it } from "vitest";
import type { PermissionRequest } from "../../../src/app/permissions";
import { HeldKeys, permissionWords } from "../../../src/ui/dialogs/permission-dialog";

const request: PermissionRequest = {
  integration: "whatsapp",
  functionName: "send_message",
  account: "support",
  kind: "write",
  line: 7,
  content: { main: [], rest: [] },
};

describe("The permission question", () => {
  it("says “send” for a write and “allow” for a read", () => {
    expect(permissionWords(request)).toMatchObject({
      once: "Send",
      run: "Send all in this run",
      deny: "Don't send",
    });
    expect(permissionWords({ ...request, kind: "read" })).toMatchObject({
      once: "Allow",
      run: "Allow all reads in this run",
      deny: "Don't allow",
    });
  });

  it("names the account", () => {
    expect(permissionWords(request).title).toContain("support");
  });
});

describe("The key that opened the question", () => {
  it("counts as held until it is released", () => {
    const keys = new HeldKeys();
    keys.press("Enter");
    expect(keys.none).toBe(false);
    keys.release("Enter");
    expect(keys.none).toBe(true);
  });

  it("is released with Command on macOS, which reports no other release", () => {
    const keys = new HeldKeys();
    keys.press("MetaLeft");
    keys.press("Enter");
    keys.release("MetaLeft");
    expect(keys.none).toBe(true);
  });

  it("is distinguished from a new key press", () => {
    const keys = new HeldKeys();
    keys.press("Enter");
    expect(keys.only("Enter")).toBe(true);
    keys.press("KeyA");
    expect(keys.only("Enter")).toBe(false);
  });
});
