import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GraphWorld } from "../../../../../src/integrations/whatsapp/server/served-world";
import { GraphStore } from "../../../../../src/integrations/whatsapp/server/store/store";
import { receive, seedWorld, type World } from "../../../../../src/integrations/whatsapp/simulator/index";
import { UsageError } from "../../../../../src/shared/usage-error";
import { sample } from "../../../../support/sample";

let folder = "";
let file = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graph-store-"));
  file = join(folder, "world.json");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const [account] = seedWorld().accounts;
const number = account?.phoneNumberId ?? "";

/** A world that is kept in the file, as a server keeps it. */
async function keeping(at = file) {
  const lines: string[] = [];
  const store = await GraphStore.open(at, (line) => lines.push(line));
  const world = new GraphWorld(store.kept?.world ?? seedWorld());
  await store.begin(() => world.current);
  world.recordBy((change, webhooks) => store.record(change, webhooks));
  let told = 0;
  world.tellBy(() => [`{"told":${told++}}`]);
  const waiting = [...(store.kept?.waiting ?? [])];
  world.onChange((_before, _after, webhooks) => waiting.push(...webhooks));
  const say = (text: string) => world.act([receive(world.current, number, "15551234567", text)]);
  const take = () => {
    if (waiting.shift() !== undefined) store.taken();
  };
  return { store, world, waiting, lines, say, take };
}

/** Copies the folder at one moment: again if a file was replaced meanwhile. */
function copyAsItIs(copy: string): void {
  const files = () =>
    readdirSync(folder).map((name) => [name, statSync(join(folder, name), { throwIfNoEntry: false })?.ino]);
  for (;;) {
    const before = JSON.stringify(files());
    try {
      cpSync(folder, copy, { recursive: true });
    } catch {
      // A file went away meanwhile, so the list is another.
    }
    if (before === JSON.stringify(files())) return;
    for (const name of readdirSync(copy)) rmSync(join(copy, name));
  }
}

/** What a server finds that begins with the folder as it is now. */
async function afterKill(): Promise<{ readonly world: World; readonly waiting: readonly string[] } | null> {
  const copy = await mkdtemp(join(tmpdir(), "graph-killed-"));
  try {
    copyAsItIs(copy);
    const store = await GraphStore.open(join(copy, "world.json"), () => {});
    await store.begin(() => store.kept?.world ?? seedWorld());
    await store.close();
    const left = (await readdir(copy)).filter((name) => !/^world\.json(?:\.journal\.\d+)?$/.test(name));
    expect(left).toEqual([]);
    return store.kept;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

describe("a world kept in a file", () => {
  it("loses nothing, whenever the process is killed", async () => {
    const step = fc.constantFrom("say", "say", "time", "take", "save", "turn", "replace", "kill");
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder);
        const kept = await keeping();
        const { store, world, waiting } = kept;
        const now = () => ({ world: world.current, waiting: [...waiting] });
        try {
          for (const [at, what] of steps.entries()) {
            if (what === "say") kept.say(`Message ${at}`);
            if (what === "time") world.act([{ type: "time_passed", ms: 1_000 * at }]);
            if (what === "take") kept.take();
            if (what === "save") void store.flush();
            if (what === "turn") await turn();
            if (what === "replace") world.replace({ ...seedWorld(), seed: at });
            if (what === "kill") expect(await afterKill()).toEqual(now());
          }
          expect(await afterKill()).toEqual(now());
        } finally {
          await store.close();
        }
        expect(await afterKill()).toEqual(now());
      }),
      { numRuns: sample(10, 200) },
    );
  });

  it("continues without a truncated last line", async () => {
    const { store, world, say } = await keeping();
    say("One");
    const before = world.current;
    say("Two");
    const [journal = ""] = (await readdir(folder)).filter((name) => name.includes(".journal."));
    const text = await readFile(join(folder, journal), "utf8");
    for (const cut of [1, 2, 20]) {
      await writeFile(join(folder, journal), text.slice(0, -cut));
      expect((await afterKill())?.world).toEqual(before);
    }
    await writeFile(join(folder, journal), text);
    expect((await afterKill())?.world).toEqual(world.current);
    await store.close();
  });

  it("names a damaged line if more lines follow it", async () => {
    const { store, say } = await keeping();
    say("One");
    say("Two");
    const [journal = ""] = (await readdir(folder)).filter((name) => name.includes(".journal."));
    const text = await readFile(join(folder, journal), "utf8");
    await writeFile(join(folder, journal), text.replace('{"events"', '{"evints"'));
    await expect(afterKill()).rejects.toThrow(/--save-world: .*\.journal\.\d+: line 2 is damaged\. Remove/);
    await store.close();
  });

  it("is saved in full soon after an event, and seldom while only time passes", async () => {
    const { store, world, say } = await keeping();
    world.tellBy(() => []);
    const flush = vi.spyOn(store, "flush");
    for (let tick = 0; tick < 90; tick++) {
      world.act([{ type: "time_passed", ms: 100 }]);
      vi.advanceTimersByTime(100);
    }
    expect(flush).toHaveBeenCalledTimes(0);
    say("Hello?");
    vi.advanceTimersByTime(300);
    expect(flush).toHaveBeenCalledTimes(1);
    await store.close();
  });

  it("belongs to one server at a time", async () => {
    const { store } = await keeping();
    await expect(keeping()).rejects.toThrow(UsageError);
    await expect(keeping()).rejects.toThrow(/another server \(process \d+\) is using .*world\.json/);
    await store.close();
    await (await keeping()).store.close();
  });

  it("can be taken over from a killed server", async () => {
    const { store } = await keeping();
    await store.close();
    // No process has this number.
    await writeFile(`${file}.lock`, "999999999");
    await (await keeping()).store.close();
    expect(await readdir(folder)).toEqual(["world.json"]);
  });

  it("can be changed by hand, and the webhooks are still sent", async () => {
    const { store, say, waiting } = await keeping();
    say("One");
    await store.flush();
    say("Two");
    const other = { ...seedWorld(), seed: 7 };
    await writeFile(file, JSON.stringify(other));
    expect(await afterKill()).toEqual({ world: other, waiting });
    await store.close();
  });
});
