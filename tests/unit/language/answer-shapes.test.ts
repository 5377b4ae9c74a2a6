/** What hover and completion say of an answer is what the simulator answers. */

import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/integrations";
import type { CallArguments, Shape } from "../../../src/integrations/catalog";
import { mockAccounts } from "../../../src/integrations/whatsapp/simulator/index";
import { complete } from "../../../src/language/completion/complete";
import { hover } from "../../../src/language/hover";
import { isJsonObject, type JsonValue } from "../../../src/shared/json";
import { runLua } from "../../support/run-lua";
import { at, Client } from "../integrations/whatsapp/simulator/client";
import { context } from "./marked";

const [whatsapp] = catalog.integrations;

function specOf(name: string) {
  const spec = whatsapp?.functions.find((each) => each.name === name);
  if (spec === undefined) throw new Error(`no function ${name}`);
  return spec;
}

/** Calls a function on the simulator as the gateway does. */
function call(client: Client, name: string, args: CallArguments): JsonValue {
  const account = mockAccounts(client.world).find((each) => each.name === client.account);
  if (account === undefined || whatsapp === undefined) throw new Error("no account");
  const request = specOf(name).request(args, { name: account.name, fields: account.fields });
  const response = client.call({
    ...request,
    headers: { ...request.headers, Authorization: `Bearer ${account.token}` },
  });
  const read = whatsapp.read(response);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

/** Where a value is not as its shape says: `messages[1].id: string wanted`. */
function differences(value: JsonValue | undefined, shape: Shape, path = "answer"): string[] {
  if (shape.kind === "array")
    return Array.isArray(value)
      ? value.flatMap((item: JsonValue, index) => differences(item, shape.items, `${path}[${index + 1}]`))
      : [`${path}: a list wanted`];
  if (shape.kind === "object") {
    if (value === undefined || !isJsonObject(value)) return [`${path}: an object wanted`];
    const undeclared = Object.keys(value)
      .filter((name) => !Object.hasOwn(shape.fields, name))
      // A shape without fields stands for any table.
      .filter(() => Object.keys(shape.fields).length > 0)
      .map((name) => `${path}.${name}: not declared`);
    const declared = Object.entries(shape.fields).flatMap(([name, field]) => {
      if (value[name] === undefined) return field.optional ? [] : [`${path}.${name}: missing`];
      return differences(value[name], field, `${path}.${name}`);
    });
    return [...undeclared, ...declared];
  }
  const kind = typeof value;
  if (shape.kind === "integer") return Number.isInteger(value) ? [] : [`${path}: integer wanted`];
  if (kind !== shape.kind) return [`${path}: ${shape.kind} wanted, ${kind} found`];
  const known = shape.kind === "string" ? shape.values : undefined;
  return known === undefined || (typeof value === "string" && known.includes(value))
    ? []
    : [`${path}: ${String(value)} is none of the values`];
}

/** Lua paths to every field of an answer, with the table it stands in: `r.messages[1]` and `id`. */
function fields(value: JsonValue, path = "r"): { readonly table: string; readonly name: string }[] {
  if (Array.isArray(value)) return value[0] === undefined ? [] : fields(value[0], `${path}[1]`);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    { table: path, name },
    ...(inner === undefined ? [] : fields(inner, `${path}.${name}`)),
  ]);
}

const CALLS: readonly (readonly [name: string, args: CallArguments, account?: string])[] = [
  ["send_message", { to: "15551234567", body: "Hello" }],
  ["send_message", { to: "+15551234567", body: "https://example.com", preview_url: true }, "support"],
  ["send_template", { to: "15551234567", template_name: "hello_world", language: "en_US" }],
  [
    "send_template",
    {
      ...{ to: "15551234567", template_name: "order_update", language: "en" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "#1" },
            { type: "text", text: "ready" },
          ],
        },
      ],
    },
  ],
  ["get_message", { message_id: "wamid.HBgM..." }],
  ["list_templates", {}],
  ["list_templates", { limit: 3 }, "sales"],
  ["list_contacts", {}],
  ["list_contacts", { limit: 2 }],
  ["get_current_user", {}],
];

const examples = (whatsapp?.functions ?? []).flatMap(({ name, examples: own }) =>
  own.map(({ title, code }) => [name, title, code] as const),
);

it.each(examples)("%s's example “%s” gets responses as declared", async (name, _title, code) => {
  const { rows } = await runLua(code);
  expect(rows.map((row) => row.name)).toContain(name);
  for (const { name: called, status, response } of rows) {
    if (called === null || status !== "ok" || response === null) continue;
    const read = whatsapp?.read(response);
    expect(read?.ok && differences(read.value, specOf(called).answer), called).toEqual([]);
  }
});

describe.each(CALLS.map(([name, args, account]) => ({ name, args, account })))(
  "$name $args",
  ({ name, args, account }) => {
    const answer = call(new Client(undefined, account), name, args);
    const { answer: shape } = specOf(name);

    it("returns what the catalog declares", () => {
      expect(differences(answer, shape)).toEqual([]);
    });

    it("completes and explains every field it contains", () => {
      const start = `local r = app.integrations.whatsapp.${name}({})\nprint(`;
      const found = fields(answer);
      expect(found.length).toBeGreaterThan(0);
      for (const { table, name: field } of found) {
        const typed = `${start}${table}.`;
        expect(complete(typed, typed.length, context).map(({ label }) => label)).toContain(field);
        const whole = `${typed}${field})`;
        expect(hover(whole, typed.length + 1, context)?.markdown, `${table}.${field}`).toContain(
          `${field}: `,
        );
      }
    });
  },
);

it("a message's response is as declared at every status", () => {
  const client = new Client();
  const { answer: shape } = specOf("get_message");
  const read = String(
    at(call(client, "send_message", { to: "15551234567", body: "Hi" }), "messages", 0, "id"),
  );
  // Nobody of that number has written: the window is closed, and the message fails.
  const cold = String(
    at(call(client, "send_message", { to: "15550000001", body: "Hi" }), "messages", 0, "id"),
  );
  const seen = new Set<unknown>();
  for (let step = 0; step < 30; step++) {
    for (const message_id of [read, cold]) {
      const answer = call(client, "get_message", { message_id });
      expect(differences(answer, shape)).toEqual([]);
      seen.add(at(answer, "messages", 0, "message_status"));
    }
    client.wait(2_000);
  }
  expect([...seen]).toEqual(expect.arrayContaining(["accepted", "sent", "read", "failed"]));
});
