import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesOfZip } from "../../../src/lessons/files/zip";
import { CourseProblem } from "../../../src/lessons/format/problem";
import { sample } from "../../support/sample";

const MB = 1024 * 1024;

interface Made {
  readonly name: string;
  readonly data: Uint8Array;
  /** 0 stored, 8 deflated */
  readonly method?: number;
  /** The size that the zip says it unpacks to. */
  readonly said?: number;
  readonly flags?: number;
  /** Where the entry begins; its own place if not given. */
  readonly at?: number;
}

/** A zip with whatever its headers are to say. Entries with `at` are in the list of files only. */
function zipOf(entries: readonly Made[], count = entries.length): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let length = 0;
  for (const { name, data, method = 8, said = 0, flags = 0, at } of entries) {
    const from = at ?? length;
    if (at === undefined) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50);
      local.writeUInt16LE(name.length, 26);
      parts.push(local, Buffer.from(name), Buffer.from(data));
      length += 30 + name.length + data.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(said, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(from, 42);
    list.push(central, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 16);
  return new Uint8Array(Buffer.concat([...parts, ...list, end]));
}

const problemOf = async (zip: Uint8Array<ArrayBuffer>): Promise<string> => {
  const problem = await filesOfZip("tea.zip", zip).then(
    (files) => `read: ${[...files.keys()]}`,
    (error: unknown) => error,
  );
  if (typeof problem === "string") return problem;
  if (!(problem instanceof CourseProblem)) throw problem;
  return problem.message;
};

/** The processor's time that reading takes: a busy machine does not count. */
async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a dishonest zip", () => {
  const bomb = deflateRawSync(Buffer.alloc(200 * MB));

  test("with a false file size is unpacked no further than allowed", async () => {
    const zip = zipOf([{ name: "a.md", data: bomb, said: 10 }]);
    expect(zip.length).toBeLessThan(MB);
    expect(await cpuMs(() => filesOfZip("tea.zip", zip).catch(() => {}))).toBeLessThan(500);
    expect(await problemOf(zip)).toMatch(/^a\.md: .*512 kB/);
    const few = zipOf([{ name: "a.md", data: deflateRawSync("hello"), said: 4 }]);
    expect(await problemOf(few)).toMatch(/a\.md doesn't have the size given in the zip/);
  });

  test("has entries that share bytes", async () => {
    const first = { name: "a.md", data: bomb, said: 10 };
    const others = Array.from({ length: 499 }, (_, at) => ({ ...first, name: `${at}.md`, at: 0 }));
    const zip = zipOf([first, ...others]);
    expect(await cpuMs(() => filesOfZip("tea.zip", zip).catch(() => {}))).toBeLessThan(500);
    expect(await problemOf(zip)).toMatch(/share bytes/);
  });

  test("has entries that share only a few bytes", async () => {
    const inner = zipOf([{ name: "b.md", data: strToU8("hello"), method: 0, said: 5 }]);
    // The second entry begins inside the data of the first.
    const zip = zipOf([
      { name: "a.md", data: inner, method: 0, said: inner.length },
      { name: "b.md", data: strToU8("hello"), method: 0, said: 5, at: 34 },
    ]);
    expect(await problemOf(zip)).toMatch(/a\.md and b\.md share bytes/);
  });

  test("stores more than it says, or more than there is", async () => {
    const stored = { name: "a.md", data: new Uint8Array(600_000), method: 0, said: 1 };
    expect(await problemOf(zipOf([stored]))).toMatch(/^a\.md: .*512 kB/);
    const small = { name: "a.md", data: new Uint8Array(600), method: 0, said: 1 };
    expect(await problemOf(zipOf([small]))).toMatch(/doesn't have the size/);
    const past = { name: "b.md", data: new Uint8Array(70_000), method: 0, said: 1, at: 0 };
    expect(await problemOf(zipOf([small, past]))).toMatch(/goes past its end/);
  });

  test("is larger than 8 MB in total", async () => {
    const text = { data: deflateRawSync(Buffer.alloc(500_000)), said: 500_000 };
    const zip = zipOf(Array.from({ length: 20 }, (_, at) => ({ ...text, name: `${at}.md` })));
    expect(zip.length).toBeLessThan(20_000);
    expect(await problemOf(zip)).toMatch(/^16\.md: .*8 MB/);
  });

  test("has too many entries, or claims to", async () => {
    const empty = (count: number, ext: string) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}.${ext}`, data: new Uint8Array(), method: 0 }));
    expect(await problemOf(zipOf(empty(2_001, "md")))).toMatch(/2000 files/);
    expect(await problemOf(zipOf(empty(4_001, "png")))).toMatch(/4001 entries, at most 4000 are allowed/);
    expect(await problemOf(zipOf(empty(3, "md"), 65_535))).toMatch(/65535 entries/);
    expect(await problemOf(zipOf(empty(3, "md"), 4))).toMatch(/list of files is damaged/);
  });

  test("names files outside of it, or one twice", async () => {
    const data = strToU8("x");
    const named = (...names: string[]) =>
      problemOf(zipOf(names.map((name) => ({ name, data, method: 0, said: 1 }))));
    const outside = ["../a.md", "..\\a.md", "a/../../b.md", "a\\..\\b.md", "./c.md"];
    expect(await named(...outside, "inside.md")).toBe("read: inside.md");
    expect(await named("__proto__/a.md", "constructor.md")).toBe("read: __proto__/a.md,constructor.md");
    expect(await named("a.md", "a.md")).toMatch(/a\.md appears twice/);
  });

  test("is encrypted, or uses another compression", async () => {
    const entry = { name: "a.md", data: strToU8("x"), said: 1 };
    expect(await problemOf(zipOf([{ ...entry, flags: 1 }]))).toMatch(/a\.md is encrypted/);
    expect(await problemOf(zipOf([{ ...entry, method: 93 }]))).toMatch(/unsupported compression method, 93/);
    expect(await problemOf(zipOf([entry]))).toMatch(/^tea\.zip: Couldn't read this zip \(a\.md: /);
  });

  test("is larger than 16 MB", async () => {
    expect(await problemOf(new Uint8Array(16 * MB + 1))).toMatch(/^tea\.zip: .*16 MB/);
  });
});

describe("an honest zip", () => {
  test("may be as large as a course may be", async () => {
    const noise = Buffer.from(Array.from({ length: 384 * 1024 }, (_, at) => (at * 7919) % 256));
    const text = noise.toString("base64").slice(0, 512 * 1024);
    const files = Object.fromEntries(
      Array.from(
        { length: 16 },
        (_, at) => [`${at}.md`, [strToU8(text), { level: at % 2 === 0 ? 0 : 6 }]] as const,
      ),
    );
    const read = await filesOfZip("tea.zip", zipSync({ ...files, "photo.png": new Uint8Array(3 * MB) }));
    expect(read.size).toBe(16);
    expect(read.get("7.md")).toBe(text);
  });

  test("may have names in any language, folders and a comment", async () => {
    const zip = zipSync(
      { "übung/": new Uint8Array(), "übung/茶.md": strToU8("Tee") },
      { comment: "PK\x05\x06?" },
    );
    expect([...(await filesOfZip("tea.zip", zip))]).toEqual([["übung/茶.md", "Tee"]]);
  });
});

test("is refused if it isn't a zip file, or contains no text", async () => {
  expect(await problemOf(new Uint8Array())).toMatch(
    /^tea\.zip: Couldn't read this zip \(it isn't a zip file/,
  );
  expect(await problemOf(zipSync({ "a.lua": new Uint8Array([0x1b, 0x4c, 0xff]) }))).toMatch(
    /^a\.lua: This isn't UTF-8 text/,
  );
});

const honest = zipSync({ "a.md": strToU8("# Tea\n\nHello ".repeat(20)), "b/c.lua": strToU8("return 1") });

test("a zip that was cut off anywhere is refused", async () => {
  for (let end = 0; end < honest.length; end += 1) {
    expect(await problemOf(honest.slice(0, end))).toMatch(/^tea\.zip: Couldn't read this zip/);
  }
});

test("a zip with any bytes changed is read or refused in words", async () => {
  const change = fc.tuple(fc.nat(honest.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const zip = honest.slice();
      for (const [at, byte] of changes) zip[at] = byte;
      expect(await problemOf(zip)).toMatch(/^read: |\.$/);
    }),
    { numRuns: sample(200) },
  );
});
