import { describe, expect, it } from "vitest";
import { loadExplainCall } from "../../../../../src/app/explain-calls";
import { errorGroups, errorRow, knownErrorCodes } from "../../../../../src/integrations/whatsapp/errors";
import { seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import { type JsonValue, member } from "../../../../../src/shared/json";
import { runLua } from "../../../../support/run-lua";
import { causes } from "../server/http-causes";
import { answers } from "./causes";
import { Client } from "./client";
import { lateFailures } from "./late-causes";

const explain = await loadExplainCall();

const wa = "local wa = app.integrations.whatsapp";

/** Codes that only other clients meet: no token, other message types, business-scoped user IDs. */
const overHttpOnly = causes.map(({ error }) => error.code);

/** Trouble of Meta's own, which only a fault of the world plays. */
const faultOnly = knownErrorCodes.filter((code) => errorRow(code).onlyAsFault);

describe("an error in the response", () => {
  it.each(answers.map((one) => ({ ...one, name: `${one.code}: ${one.why}` })))("$name", async (cause) => {
    const world = (cause.world ?? ((shop) => shop))(seedWorld());
    const { error, rows } = await runLua(`${wa}\n${cause.script}`, { world });
    const status = cause.status ?? 400;
    expect(error?.message).toContain(`WhatsApp API error (${status}): ${cause.message}`);
    const last = rows.at(-1);
    expect(last?.response?.status).toBe(status);
    const body: JsonValue = JSON.parse(last?.response?.body ?? "null");
    expect(body).toEqual({
      error: {
        message: cause.message,
        type: cause.type ?? "OAuthException",
        code: cause.code,
        ...(cause.details === undefined
          ? {}
          : { error_data: { messaging_product: "whatsapp", details: cause.details } }),
        ...(cause.subcode === undefined ? {} : { error_subcode: cause.subcode }),
        fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/),
      },
    });
    expect(last && explain(last)?.text).toBeTruthy();
  });
});

describe("a message that is accepted and fails later", () => {
  it.each(lateFailures.map((one) => ({ ...one, name: `${one.code}: ${one.why}` })))(
    "$name",
    async (cause) => {
      const world = (cause.world ?? ((shop) => shop))(seedWorld());
      const { error, rows, world: after } = await runLua(`${wa}\n${cause.script}`, { world });
      expect(error).toBeNull();
      const answer: JsonValue = JSON.parse(rows.at(-1)?.response?.body ?? "null");
      const [sent] = listOf(member(answer, "messages"));
      const client = new Client(after);
      client.wait(3_600_000);
      expect(client.message(String(member(sent, "id")))).toMatchObject({
        message_status: "failed",
        errors: [
          {
            code: cause.code,
            title: cause.title,
            message: cause.title,
            error_data: { details: cause.details },
            href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
          },
        ],
      });
    },
  );
});

it("every code in the table has a cause here, needs other requests than the functions make, or is a fault", () => {
  const covered = [...answers.map((one) => one.code), ...lateFailures.map((one) => one.code)];
  expect(new Set([...covered, ...overHttpOnly, ...faultOnly])).toEqual(new Set(knownErrorCodes));
});

it("the table has one row for each code and subcode", () => {
  const keys = errorGroups.flatMap(({ rows }) => rows.map(({ code, subcode }) => `${code}/${subcode ?? ""}`));
  expect(keys).toEqual([...new Set(keys)]);
});

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
