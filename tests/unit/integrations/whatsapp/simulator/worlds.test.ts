import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { parseWorld, seedWorld } from "../../../../../src/integrations/whatsapp/simulator/index";
import type { Template } from "../../../../../src/integrations/whatsapp/simulator/world/template";
import { callCount } from "../../../../../src/integrations/whatsapp/simulator/world/world";
import { readyWorlds } from "../../../../../src/integrations/whatsapp/simulator/worlds";
import type { JsonValue } from "../../../../../src/shared/json";
import { runLua } from "../../../../support/run-lua";
import { at, Client } from "./client";

const loaded = await Promise.all(readyWorlds.map(async (ready) => ({ ...ready, world: await ready.load() })));

describe.each(loaded)("the ready world $id", ({ id, title, world }) => {
  it("is a valid world and names its origin", () => {
    expect(parseWorld(JSON.parse(JSON.stringify(world)))).toEqual({ ok: true, value: world });
    expect(world.origin).toBe(id);
    expect(title).not.toBe("");
    expect(callCount(world)).toBe(0);
  });

  it("has the three numbers that scripts name", () => {
    expect(world.accounts.map((account) => account.name)).toEqual(["default", "support", "sales"]);
  });

  it.runIf(id !== "empty")("has a dozen contacts and a dozen templates", () => {
    expect(world.contacts.flat().length).toBeGreaterThanOrEqual(12);
    expect(world.templates.length).toBeGreaterThanOrEqual(12);
  });

  it("belongs to nobody: reserved numbers, reserved domains", () => {
    for (const { waId } of world.contacts.flat()) expect(waId, waId).toMatch(reserved);
    for (const { phoneNumber } of world.accounts) {
      expect(parsePhoneNumberFromString(`+${phoneNumber}`)?.isValid(), phoneNumber).toBe(false);
    }
    const text = JSON.stringify(world);
    for (const [, host = ""] of text.matchAll(/https?:\/\/([^/"]+)/g)) {
      expect(host).toMatch(/\.example$|^www\.whatsapp\.com$/);
    }
    for (const [, phone = ""] of text.matchAll(/"phone_number":"(\+\d+)"/g)) expect(phone).toMatch(/^\+1555/);
  });

  it("lets a script answer people who wrote, list everything and send hello_world", async () => {
    const wrote = world.messages.flat().find((one) => one.direction === "inbound");
    const { error } = await runLua(
      `local wa = app.integrations.whatsapp
       assert(#wa.list_templates({ limit = 100 }).data == ${world.templates.length})
       assert(#wa.list_contacts({ limit = 100 }).data == ${world.contacts.flat().length})
       ${wrote === undefined ? "" : `assert(wa.send_message({ to = "${wrote.waId}", body = "Hello" }).messages[1].id)`}
       assert(wa.send_template({ to = "447700900142", template_name = "hello_world", language = "en_US" }).messages[1].id)`,
      { world },
    );
    expect(error).toBeNull();
  });

  it("has templates that can be sent with their own examples", () => {
    for (const template of world.templates) {
      if (template.status !== "APPROVED") continue;
      const client = new Client({ ...world, faults: [] });
      const { name, language } = template;
      const sent = client.sendTemplate(name, examplesOf(template), { to: "447700900142", language });
      expect(sent, `${name} ${language}`).toMatchObject({ status: 200 });
      const said = JSON.stringify(client.world.messages.flat().at(-1));
      expect(said).not.toContain("{{");
    }
  });
});

/** A send's components, filled with the template's own examples. */
function examplesOf(template: Template): JsonValue {
  const text = (value: string) => ({ type: "text", text: value });
  return template.components.flatMap((part): JsonValue[] => {
    if (part.type === "BODY") {
      const { body_text: positional, body_text_named_params: named } = part.example ?? {};
      const parameters =
        named?.map((one) => ({ ...text(one.example), parameter_name: one.param_name })) ??
        positional?.[0]?.map(text) ??
        [];
      return [{ type: "body", parameters }];
    }
    if (part.type === "BUTTONS") {
      return part.buttons.flatMap((button, index): JsonValue[] => {
        const component = { type: "button", index: String(index) };
        if (button.type === "COPY_CODE") {
          const parameters = [{ type: "coupon_code", coupon_code: button.example?.[0] ?? "" }];
          return [{ ...component, sub_type: "copy_code", parameters }];
        }
        if (button.type !== "URL" || !button.url.includes("{{")) return [];
        const suffix = button.example?.[0]?.slice(button.url.indexOf("{{")) ?? "";
        return [{ ...component, sub_type: "url", parameters: [text(suffix)] }];
      });
    }
    if (part.type === "FOOTER") return [];
    if (part.format === "TEXT") {
      return [{ type: "header", parameters: part.example?.header_text?.map(text) ?? [] }];
    }
    if (part.format === "LOCATION") {
      const location = { latitude: 51.5, longitude: -0.1, name: "Here" };
      return [{ type: "header", parameters: [{ type: "location", location }] }];
    }
    const kind = part.format.toLowerCase();
    const media = { link: part.example?.header_handle[0] ?? "" };
    return [{ type: "header", parameters: [{ type: kind, [kind]: media }] }];
  });
}

/** +1 555, and what Ofcom, Arcep, ACMA and ComReg keep for drama. */
const reserved = /^(1555\d{7}|447700900\d{3}|3363998\d{4}|61491570\d{3}|35320915\d{4})$/;

it("mock mode starts with the first", async () => {
  expect(await readyWorlds[0]?.load()).toEqual(seedWorld());
});

describe("the support desk", () => {
  const world = loaded.find((one) => one.id === "support-desk")?.world ?? seedWorld();

  it("loses a send, meets maintenance and a proxy's page, and continues", async () => {
    const { rows } = await runLua(
      `local wa = app.integrations.whatsapp
       for _ = 1, 3 do
         pcall(wa.send_message, { to = "15550100312", body = "Hello" })
         pcall(wa.send_template, { to = "15550100312", template_name = "hello_world" })
         pcall(wa.list_templates, {})
       end`,
      { world },
    );
    expect(rows.map((row) => row.status)).toEqual([
      "ok",
      "ok",
      "ok",
      "unknown",
      "error",
      "error",
      "ok",
      "ok",
      "ok",
    ]);
  });

  it("reaches its limit of people, and then its token expires", () => {
    const client = new Client({ ...world, faults: [] });
    const fate = (to: string) => {
      client.sendTemplate("hello_world", undefined, { to });
      return client.world.messages.flat().at(-1);
    };
    expect(fate("33639980311")).toMatchObject({ life: { end: "arrives" } });
    expect(fate("15550100366")).toMatchObject({ life: { end: "arrives" } });
    expect(fate("15550100358")).toMatchObject({ life: { end: "fails", code: 131048 } });
    client.wait(600_000);
    expect(at(client.get("/me").body, "error", "error_subcode")).toBe(463);
  });
});
