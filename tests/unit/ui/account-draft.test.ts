import { describe, expect, it } from "vitest";
import { checkAccount } from "../../../src/integrations/check-account";
import { whatsapp } from "../../../src/integrations/whatsapp";
import { draftOf, firstWrong, strayErrors } from "../../../src/ui/panes/accounts/draft";
import type { Account } from "../../../src/vault/account";

const account: Account = {
  id: "1",
  integration: "whatsapp",
  name: "support",
  fields: { phone_number_id: "106540352242922" },
  tokenTail: "1234",
  isDefault: false,
  route: null,
};

describe("The account form", () => {
  it("starts from the saved settings and never from the token", () => {
    const draft = draftOf(whatsapp, account, false);
    expect(draft.name).toBe("support");
    expect(draft.fields.phone_number_id).toBe("106540352242922");
    expect(draft.token).toBe("");
  });

  it("proposes the first account as the default", () => {
    expect(draftOf(whatsapp, null, true).isDefault).toBe(true);
  });

  it("says what is wrong beside each field and focuses the first", () => {
    const draft = {
      ...draftOf(whatsapp, account, false),
      fields: { phone_number_id: "+1 555", base_url: "ftp://x" },
    };
    const errors = checkAccount(whatsapp, draft, []);
    expect(Object.keys(errors)).toEqual(["phone_number_id", "base_url"]);
    expect(firstWrong(errors, whatsapp.accountFields)).toBe("phone_number_id");
  });

  it("puts the name first", () => {
    const draft = draftOf(whatsapp, null, true);
    const errors = checkAccount(whatsapp, draft, []);
    expect(firstWrong(errors, whatsapp.accountFields)).toBe("name");
  });

  it("has no errors for a valid draft", () => {
    expect(checkAccount(whatsapp, draftOf(whatsapp, account, false), [])).toEqual({});
  });

  it("shows errors that belong to no field instead of losing them", () => {
    expect(strayErrors({ name: "no", storage: "The browser is full." }, whatsapp.accountFields)).toEqual([
      "The browser is full.",
    ]);
  });
});
