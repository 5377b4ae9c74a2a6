import { describe, expect, it } from "vitest";
import { checkAccount } from "../../../src/integrations/check-account";
import { whatsapp } from "../../../src/integrations/whatsapp";
import { accountFields, draftOf } from "../../../src/ui/panes/accounts/account-form";
import { readForm, refusedFields } from "../../../src/ui/parts/form/read-form";
import type { SavedAccount } from "../../../src/vault/accounts";

const account: SavedAccount = {
  id: "1",
  integration: "whatsapp",
  name: "support",
  fields: { phone_number_id: "106540352242922" },
  tokenTail: "1234",
  isDefault: false,
  route: null,
};

/** The form after the vault refused what was typed. */
function refused(of: SavedAccount | null, typed: Readonly<Record<string, string>>) {
  const list = accountFields(whatsapp, of, () => null);
  const { value, fields } = readForm(list, draftOf(whatsapp, of, false), typed);
  const { fields: shown } = refusedFields(fields, checkAccount(whatsapp, value, []));
  return shown.flatMap(({ id, error }) => (error === null ? [] : [id]));
}

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

  it("says what is wrong beside each field, in their order", () => {
    expect(refused(account, { phone_number_id: "+1 555", base_url: "ftp://x" })).toEqual([
      "phone_number_id",
      "base_url",
    ]);
  });

  it("says all that a new account lacks; a saved one may have no token", () => {
    const wrong = (of: SavedAccount | null, typed: Readonly<Record<string, string>>) =>
      readForm(
        accountFields(whatsapp, of, (name) => (name === "" ? "no" : null)),
        draftOf(whatsapp, of, true),
        typed,
      ).fields.flatMap(({ id, error }) => (error === null ? [] : [id]));
    expect(wrong(null, {})).toEqual(["name", "token", "phone_number_id"]);
    expect(wrong(account, {})).toEqual([]);
    expect(wrong({ ...account, tokenTail: null }, {})).toEqual([]);
    expect(wrong(account, { token: "two words" })).toEqual(["token"]);
  });

  it("puts the name first", () => {
    expect(refused(null, {})[0]).toBe("name");
  });

  it("has no errors for a valid draft", () => {
    expect(refused(account, {})).toEqual([]);
  });

  it("says where scripts must change when the account is renamed", () => {
    const list = accountFields(whatsapp, account, () => null);
    const [name] = readForm(list, draftOf(whatsapp, account, false), { name: "desk" }).fields;
    expect(name?.hint).toContain("Change `app.integrations.whatsapp.support` to");
  });

  it("shows errors that belong to no field instead of losing them", () => {
    const { fields } = readForm(
      accountFields(whatsapp, null, () => null),
      draftOf(whatsapp, null, true),
      {},
    );
    expect(refusedFields(fields, { name: "no", storage: "The browser is full." }).rest).toBe(
      "The browser is full.",
    );
  });
});
