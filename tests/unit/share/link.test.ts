import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, receive, seedWorld } from "../../../src/integrations/whatsapp/simulator";
import { shareableWorld } from "../../../src/integrations/whatsapp/simulator/accounts";
import { withAccounts } from "../../../src/integrations/whatsapp/simulator/page";
import { readyWorlds } from "../../../src/integrations/whatsapp/simulator/worlds";
import { linkFragment, linkVersion, readLink } from "../../../src/share/link";
import { pack } from "../../../src/share/pack";

const said = async (hash: string) => {
  const read = await readLink(hash);
  return read.ok ? "it was opened" : read.message;
};
const linkTo = async (content: unknown, version = linkVersion) =>
  `#s=${version}.${await pack(JSON.stringify(content))}`;

describe("a link", () => {
  it("carries any script and its name unchanged", async () => {
    const names = fc.string({ minLength: 1, maxLength: 80, unit: "grapheme" });
    const texts = fc.string({ maxLength: 2000, unit: "binary" }).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(names, texts, async (name, source) => {
        const fragment = await linkFragment({ name, source, world: null });
        expect(fragment).toMatch(/^#s=1\.[A-Za-z0-9_-]*$/);
        expect(await readLink(fragment)).toEqual({ ok: true, value: { name, source, world: null } });
      }),
    );
  });

  it("carries any world unchanged", async () => {
    for (const ready of readyWorlds) {
      const begun = await ready.load();
      const from = begun.accounts[0]?.phoneNumberId ?? "";
      const world = apply(begun, receive(begun, from, "15551234567", "Is it ready? 🍵"));
      const read = await readLink(await linkFragment({ name: "a.lua", source: "", world }));
      expect(read.ok && read.value.world).toEqual(shareableWorld(world, ""));
      expect(read.ok && read.value.world).toMatchObject({ messages: world.messages });
    }
  });

  it("made by anyone yields a script or an explanation, whatever it contains", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `#s=1.${text}`),
        ),
        async (hash) => {
          expect((await said(hash)).length).toBeGreaterThan(5);
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (content) => {
        expect(await said(await linkTo(content))).toMatch(/^(Couldn't open this link: .*\.|it was opened)$/s);
      }),
    );
  });

  it("says so if it is truncated anywhere", async () => {
    const whole = await linkFragment({ name: "a.lua", source: "print('hello')".repeat(20), world: null });
    for (let end = 3; end < whole.length; end += 7) {
      expect(await said(whole.slice(0, end))).toMatch(
        /^(This link is incomplete|Couldn't open this link: .*(cut off|damaged|full link|too large|format))/,
      );
    }
  });

  it("survives what mail and chat programs do to it", async () => {
    const whole = await linkFragment({ name: "a.lua", source: "print('__ hello --')", world: null });
    const escaped = whole.replaceAll("_", "%5F").replaceAll("-", "%2D");
    for (const passed of [
      `${whole}.`,
      `${whole})`,
      `${whole}%20`,
      `${whole}>.`,
      `${whole}&utm_source=x`,
      escaped,
    ]) {
      expect(await said(passed)).toBe("it was opened");
    }
  });

  it("is not made if it could not be opened again", async () => {
    await expect(linkFragment({ name: "a.lua", source: "x\n\0", world: null })).rejects.toThrow(
      /line 2 contains a NUL character/,
    );
  });

  it("of a newer version names the version and what to do", async () => {
    expect(await said(await linkTo({}, 2))).toMatch(/newer version .*format 2.*Update or reload/);
  });

  it("with a wrong field names it", async () => {
    expect(await said(await linkTo({ name: "a.lua" }))).toMatch(/: script: /);
    expect(await said(await linkTo({ name: 5, script: "" }))).toMatch(/: name: /);
    expect(await said(await linkTo({ name: "a.lua", script: "\u0000" }))).toMatch(/script: .*compiled/);
    const world = { ...seedWorld(), clock: "noon" };
    expect(await said(await linkTo({ name: "a.lua", script: "", world }))).toMatch(
      /world is invalid\. clock: /,
    );
  });

  it("cannot carry anything but script, name and world", async () => {
    expect(await said(await linkTo({ name: "a.lua", script: "", token: "EAA" }))).toMatch(/token/);
    expect(await said(await linkTo({ name: "a.lua", script: "", settings: {} }))).toMatch(/settings/);
  });

  it("that inflates endlessly is refused", async () => {
    const bomb = await pack(`"${"a".repeat(16 * 1024 * 1024)}"`);
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await said(`#s=1.${bomb}`)).toMatch(/larger than 4 MB/);
  });
});

describe("a shared world", () => {
  const carried = async (source: string, world = equipped) => {
    const read = await readLink(await linkFragment({ name: "a.lua", source, world }));
    return read.ok ? JSON.stringify(read.value) : read.message;
  };
  const equipped = withAccounts(seedWorld(), ["acme-client"]);

  it("reveals nothing about the sharer's accounts", async () => {
    expect(await carried("print(1)")).not.toContain("acme-client");
    const id = equipped.accounts.find(({ name }) => name === "acme-client")?.phoneNumberId ?? "";
    const lived = apply(equipped, receive(equipped, id, "15551234567", "Hello"));
    const shared = await carried("print(1)", lived);
    expect(shared).not.toContain("acme-client");
    // The conversation is still there, with a number it belongs to.
    expect(shared).toContain(id);
    expect(shared).toContain('"number-1"');
  });

  it("keeps a number that the script names", async () => {
    expect(await carried('app.integrations.whatsapp["acme-client"].list_contacts()')).toContain(
      '"acme-client"',
    );
  });

  it("contains no tokens, not even simulated ones", async () => {
    const shared = await carried("acme-client");
    for (const { token } of equipped.accounts) expect(shared).not.toContain(token.value);
  });
});
