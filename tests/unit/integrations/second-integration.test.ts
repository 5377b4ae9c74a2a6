/** A second integration (`tests/integrations/parcels`) goes every way that WhatsApp goes, and neither gets the other's. */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { openLiveDoor } from "../../../src/app/live-calls";
import { createPermissions } from "../../../src/app/permissions";
import { createSettings } from "../../../src/app/settings";
import { compileLua } from "../../../src/cli/lua-wasm";
import { runScript } from "../../../src/cli/run-script";
import { answerDocs } from "../../../src/docs/answer-docs";
import { buildPages } from "../../../src/docs/build-pages";
import { loadGuides } from "../../../src/docs/guide-pages";
import { searchDocs } from "../../../src/docs/search";
import type { CallRow } from "../../../src/gateway/call-row";
import { explainCall } from "../../../src/gateway/explain-call";
import { toCurl } from "../../../src/gateway/live/curl";
import { checkNameFor } from "../../../src/integrations/check-account";
import { followWorlds } from "../../../src/integrations/followed-worlds";
import { loadParts } from "../../../src/integrations/load-parts";
import { complete } from "../../../src/language/completion/complete";
import { contextOf, loadEditorHelp } from "../../../src/language/context";
import { diagnostics } from "../../../src/language/diagnostics/diagnostics";
import { hover } from "../../../src/language/hover";
import { DEFAULT_LIMITS } from "../../../src/runtime/host";
import { entryTexts } from "../../../src/runtime/output-entry";
import { parseRow } from "../../../src/sandbox/protocol";
import { openVault } from "../../../src/vault/vault";
import { catalog } from "../../integrations/list";
import { parcels } from "../../integrations/parcels";
import { json, serve } from "../gateway/live/server";
import { caret } from "../language/marked";
import { sharedStore } from "../vault/shared-store";

const wasm = compileLua();

/** Runs a script in mock mode, as the box does. */
async function run(source: string) {
  const worlds = await followWorlds(catalog);
  const accounts = catalog.integrations.map(({ id }) => ({
    integration: id,
    names: worlds.accountNames(id),
  }));
  const lines: string[] = [];
  const rows: ReturnType<typeof parseRow>[] = [];
  const chunk = { name: "p.lua", source, memoryBytes: DEFAULT_LIMITS.memoryBytes };
  const end = await runScript(
    await wasm,
    chunk,
    { catalog, worlds: worlds.documents(), accounts },
    (event) => {
      if (event.kind === "output") lines.push(...entryTexts(event.frames));
      if (event.kind === "row") rows.push(parseRow(event.row));
      if (event.kind === "events") worlds.take({ [event.integration]: event.events });
    },
  );
  return { ...end, lines, rows, worlds: worlds.documents() };
}

const pages = buildPages(catalog, await loadGuides(catalog), [
  { integration: "parcels", names: ["support"] },
]);

describe("in mock mode", () => {
  test("its own simulator answers, under both names of a function", async () => {
    const { error, lines, rows } = await run(`
      local parcels = app.integrations.parcels
      print(parcels.track_parcel{ number = "P-100" }.place)
      print(parcels.parcels_track_parcel{ number = "P-100" }.number)
      print(app.integrations.whatsapp.get_current_user().name ~= nil)`);
    expect(error).toBeNull();
    expect(lines).toEqual(["north", "P-100", "true"]);
    expect(rows.map(({ group, account, kind }) => [group, account, kind])).toEqual([
      ["parcels", "default", "read"],
      ["parcels", "default", "read"],
      ["whatsapp", "default", "read"],
    ]);
  });

  test("an account has the same name as one of WhatsApp's, and its own token", async () => {
    const { error, rows, worlds } = await run(`
      app.integrations.parcels.support.order_pickup{ number = "P-100" }
      app.integrations.whatsapp.support.get_current_user()`);
    expect(error).toBeNull();
    expect(worlds.parcels).toMatchObject({ pickups: [{ number: "P-100", account: "support" }] });
    const [pickup, user] = rows.map(({ request }) => request);
    expect(pickup?.url).toBe("https://parcels.example/north/pickups?key=••••");
    expect(user?.headers.Authorization).toBe("Bearer ••••");
    expect(JSON.stringify(rows)).not.toContain("key-of-support");
  });

  test("a wrong name suggests its own functions, and an error has its own words", async () => {
    const { lines, rows } = await run(`
      print(pcall(app.integrations.parcels.track_parcels, {}))
      print(pcall(app.integrations.parcels.sales.track_parcel, {}))
      print(pcall(app.integrations.parcels.track_parcel, { number = "P-7" }))`);
    expect(lines[0]).toContain("Did you mean: track_parcel, order_pickup");
    expect(lines[1]).toContain("Unknown function: app.integrations.parcels.sales.track_parcel");
    expect(lines[2]).toContain("Parcels API error (404): No parcel P-7");
    const explainers = await loadParts(catalog, ({ explainer }) => explainer?.());
    const last = rows.at(-1);
    expect(last && explainCall(last, catalog, explainers)).toEqual({
      text: "The depot has no parcel with this number.",
      page: "parcel-sizes",
    });
  });

  test("an integration without a simulator says so", async () => {
    const { error, rows } = await run('app.integrations.postcards.track_parcel{ number = "P-100" }');
    expect(error?.message).toContain("Postcards has no simulator. Switch to live to call it.");
    expect(rows).toMatchObject([{ group: "postcards", status: "error", request: null }]);
  });
});

describe("in the docs", () => {
  test("has its page, its functions, its guide and its accounts", () => {
    const names = pages.map(({ name }) => name);
    for (const name of ["integrations.parcels", "integrations.parcels.track_parcel", "parcel-sizes"])
      expect(names).toContain(name);
    const text = pages.find(({ name }) => name === "integrations.parcels")?.markdown ?? "";
    expect(text).toContain("2 functions, 1 read, 1 write, token in the query");
    expect(text).toContain("`parcel-sizes`: What fits into a parcel.");
    expect(text).not.toContain("WhatsApp");
    expect(pages.find(({ name }) => name === "accounts")?.markdown).toContain(
      "`app.integrations.parcels.support`",
    );
  });

  test("scripts can read it", () => {
    expect(searchDocs(pages, "shoebox")[0]?.page.name).toBe("parcel-sizes");
    const asked = answerDocs(
      pages,
      JSON.stringify({ op: "read", arg: "parcels.support.track_parcel", limit: null }),
    );
    expect(JSON.parse(asked)).toMatchObject({ ok: true, value: expect.stringContaining("# track_parcel") });
  });
});

describe("in the editor", async () => {
  const worlds = await followWorlds(catalog);
  const context = contextOf(catalog, await loadEditorHelp(catalog), {
    accounts: { whatsapp: ["default"], parcels: ["default", "support"] },
    data: worlds.named(),
  });
  const offered = (text: string) => {
    const { source, offset } = caret(text);
    return complete(source, offset, context).map(({ label }) => label);
  };

  test("its functions, accounts, parameters and values are completed", () => {
    expect(offered("app.integrations.|")).toEqual(expect.arrayContaining(["whatsapp", "parcels"]));
    expect(offered("app.integrations.parcels.|")).toEqual(
      expect.arrayContaining(["track_parcel", "order_pickup", "support"]),
    );
    expect(offered("app.integrations.parcels.track_parcel{ | }")).toContain("number");
    expect(offered("app.integrations.parcels.track_parcel{ number = | }")).toContain('"P-100"');
  });

  test("wrong calls are marked by the catalog and its own checks", () => {
    const codes = (text: string) => diagnostics(text, context).map(({ code }) => code);
    expect(codes('print(app.integrations.parcels.track_parcel{ number = "P-1" })')).toEqual([]);
    expect(codes("print(app.integrations.parcels.track_parcel{})")).not.toEqual([]);
    expect(codes('print(app.integrations.parcels.track_parcel{ number = "7" })')).toEqual(["parcel-number"]);
  });

  test("its functions and values are explained", () => {
    const text = 'app.integrations.parcels.track_parcel{ number = "P-1" }';
    expect(hover(text, text.indexOf("track_parcel"), context)?.markdown).toContain("Says where a parcel is.");
    expect(hover(text, text.indexOf("P-1"), context)?.markdown).toBe("Parcel P-1");
  });
});

describe("in live mode", () => {
  const TOKEN = "parcel-key-0123456789-abcd";

  async function live(origin: string) {
    const vault = await openVault(sharedStore().tab());
    const account = { name: "support", token: TOKEN, isDefault: false };
    await vault.save(null, {
      ...account,
      integration: "whatsapp",
      fields: { phone_number_id: "1", base_url: origin },
      token: "EAAGm0PX4ZCpsBAKZ-1234",
    });
    const saved = await vault.save(null, {
      ...account,
      integration: "parcels",
      fields: { depot: "west", base_url: origin },
    });
    expect(saved.ok).toBe(true);
    const permissions = createPermissions();
    const rows: CallRow[] = [];
    const door = openLiveDoor({
      catalog,
      vault,
      permissions,
      settings: { settings: signal(createSettings(null).settings.peek()), update() {} },
      over: new AbortController().signal,
      note: { sends() {}, settled() {} },
      sentUnasked() {},
      elapsedMs: () => 0,
      log: (row) => rows.push(row),
    });
    const call = async (name: string, args: object) =>
      JSON.parse(
        await door(
          JSON.stringify({ path: ["integrations", "parcels", "support", name], args: [args], line: 2 }),
          () => {},
        ),
      );
    return { call, permissions, rows };
  }

  test("its account's token goes into the query, and WhatsApp's account of that name is unaffected", async () => {
    const { origin, received } = await serve((_, response) => json(response, 200, { place: "west" }));
    const { call, rows } = await live(origin);
    expect(await call("track_parcel", { number: "P-9" })).toEqual({ ok: true, value: { place: "west" } });
    expect(received.map(({ url }) => url)).toEqual([`/west/parcels/P-9?key=${TOKEN}`]);
    expect(received[0]?.headers.authorization).toBeUndefined();
    expect(rows[0]?.request?.url).toBe(`${origin}/west/parcels/P-9?key=••••abcd`);
    expect(JSON.stringify(rows)).not.toContain(TOKEN);
  });

  test("its writes ask first, with its own preview", async () => {
    const { origin, received } = await serve((_, response) => json(response, 200, { pickup: 1 }));
    const { call, permissions } = await live(origin);
    const answered = call("order_pickup", { number: "P-9" });
    await vi.waitFor(() => expect(permissions.pending.value).not.toBeNull());
    expect(permissions.pending.value).toMatchObject({
      integration: "parcels",
      functionName: "order_pickup",
      account: "support",
      content: { main: [{ label: "Parcel", value: "P-9" }] },
    });
    expect(received).toEqual([]);
    const asked = permissions.pending.value;
    if (asked !== null) permissions.answer(asked, "deny");
    expect(await answered).toMatchObject({
      ok: false,
      message: expect.stringContaining("Integration 'parcels' write requires approval."),
    });
    expect(received).toEqual([]);
  });

  test("curl has its token as a variable in the right place", () => {
    const url = "https://parcels.example/west/parcels/P-9?key=••••abcd";
    expect(toCurl({ method: "GET", url, headers: {}, body: null }, "parcels")).toBe(
      "curl --globoff 'https://parcels.example/west/parcels/P-9?key='\"$PARCELS_TOKEN\"",
    );
  });
});

test("a name is unique only within an integration, and may be a function of another", () => {
  expect(checkNameFor(parcels, "support", ["support"])).toContain("already an account");
  expect(checkNameFor(parcels, "support", [])).toBeNull();
  expect(checkNameFor(parcels, "send_message", [])).toBeNull();
  expect(checkNameFor(parcels, "track_parcel", [])).toContain("track_parcel");
});

test("the terminal runs and checks its scripts", async () => {
  const list = fileURLToPath(new URL("../../integrations/list.ts", import.meta.url));
  const launcher = fileURLToPath(new URL("../../../tools/cli.mjs", import.meta.url));
  const lua = (...args: string[]) =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [launcher, "lua", ...args], {
        env: { ...process.env, PLAYGROUND_INTEGRATIONS: list },
      });
      let out = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        out += text;
      });
      child.on("close", () => resolve(out));
    });
  const script = 'return app.integrations.parcels.track_parcel{ number = "P-100" }.place';
  expect(await lua("--eval", script)).toBe('[\n    "north"\n]\n');
  expect(JSON.parse(await lua("--json", "--eval", script))).toMatchObject({
    success: true,
    result: ["north"],
    integration_calls: [{ group: "parcels", name: "Track Parcel", icon: "ph:wrench", status: "ok" }],
  });
  expect(await lua("--check", "--eval", 'app.integrations.parcels.order_pickup{ number = "7" }')).toContain(
    "parcel-number",
  );
}, 120_000);
