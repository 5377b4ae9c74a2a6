import { describe, expect, it } from "vitest";
import { seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { at, Client, errorOf, parameterError, text } from "./client";

describe("debug_token", () => {
  const asked = (client: Client, token: string) =>
    at(client.get(`/debug_token?input_token=${token}`).body, "data");

  it("says what a token is and may do", () => {
    const client = new Client();
    const [account] = client.world.accounts;
    expect(asked(client, account?.token.value ?? "")).toEqual({
      app_id: expect.stringMatching(/^\d+$/),
      type: "SYSTEM_USER",
      application: client.world.business.name,
      data_access_expires_at: 0,
      expires_at: 0,
      is_valid: true,
      scopes: ["whatsapp_business_messaging", "whatsapp_business_management"],
      granular_scopes: [
        { scope: "whatsapp_business_messaging", target_ids: [client.wabaId] },
        { scope: "whatsapp_business_management", target_ids: [client.wabaId] },
      ],
      user_id: account?.token.userId,
    });
  });

  it("says that another account's token is no longer valid, and why", () => {
    const seed = seedWorld();
    const accounts = seed.accounts.map((one) =>
      one.name === "support" ? { ...one, token: { ...one.token, expiresAt: seed.clock - 1_000 } } : one,
    );
    const client = new Client({ ...seed, accounts });
    expect(asked(client, accounts[1]?.token.value ?? "")).toMatchObject({
      is_valid: false,
      expires_at: Math.floor((seed.clock - 1_000) / 1_000),
      error: { code: 190, subcode: 463 },
    });
    expect(asked(client, "EAAnobodys")).toEqual({ is_valid: false, scopes: [] });
    expect(errorOf(client.get("/debug_token"))).toEqual(
      parameterError("The parameter input_token is required."),
    );
  });
});

describe("a template by its id", () => {
  it("is what the list returns, with the requested fields", () => {
    const client = new Client();
    const listed = at(client.get(`/${client.wabaId}/message_templates?limit=1`).body, "data", 0);
    const id = text(at(listed, "id"));
    expect(client.get(`/${id}`).body).toEqual(listed);
    expect(client.get(`/${id}?fields=status`).body).toEqual({ status: "APPROVED", id });
    expect(errorOf(client.get("/77"))).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });
});
