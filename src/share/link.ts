/** A script in the fragment of a link: `#s=<version>.<packed JSON>`. A fragment never reaches a server. */
import * as v from "valibot";
import type { WorldState } from "../integrations/world-simulator";
import { parseJson } from "../shared/json";
import { parseWith } from "../shared/parse-with";
import type { Result } from "../shared/result";
import { pack, unpack } from "./pack";

/** What a link carries, and all it can carry. */
export interface SharedScript {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
  /** The main simulated world (`loadMainWorld`) it was written for; `null`: any fresh one. */
  readonly world: WorldState | null;
}

/** The version of the format that this program writes. @internal */
export const linkVersion = 1;

/** Characters of a whole link that every program which passes links on is known to keep. */
export const LONGEST_LINK = 8_000;

/** Characters of a fragment. A longer one was not made here. */
const LONGEST_FRAGMENT = 256 * 1024;
/** Bytes that a link may inflate to. */
const LARGEST = 4 * 1024 * 1024;
/** UTF-16 units of a script; the same as for a script from a file. */
const LONGEST_SCRIPT = 1024 * 1024;

const Text = v.pipe(
  v.string(),
  v.maxLength(LONGEST_SCRIPT, "Expected at most 1 MB"),
  v.check((text) => !text.includes("\0"), "Expected text, not compiled Lua"),
);

const Content = v.strictObject({
  name: v.pipe(
    v.string(),
    v.minLength(1, "Expected a name"),
    v.maxLength(200, "Expected at most 200 characters"),
  ),
  script: Text,
  /** Parsed by the simulator, which migrates older documents. */
  world: v.optional(v.unknown()),
});

/**
 * Returns the fragment, `#` included, that carries a script: its name, text and world, and nothing else. Names of accounts
 * and tokens stay behind (`WorldSimulator.shareable`). Rejects if the script contains what `readLink` would refuse.
 */
export async function linkFragment(shared: SharedScript): Promise<string> {
  const { name, source, world } = shared;
  const nul = source.indexOf("\0");
  if (nul >= 0) {
    const line = source.slice(0, nul).split("\n").length;
    throw new Error(`links can't contain the NUL character in line ${line}; write "\\0" instead`);
  }
  const content: v.InferInput<typeof Content> = {
    name,
    script: source,
    ...(world === null ? {} : { world: (await mainWorld()).simulator.shareable(world, source) }),
  };
  return `#s=${linkVersion}.${await pack(JSON.stringify(content))}`;
}

/** Removes what programs add when they pass links on: escapes, parameters of their own, the end of a sentence. */
function asMade(hash: string): string {
  let text = hash;
  try {
    text = decodeURIComponent(hash);
  } catch {
    // The percent sign is not an escape.
  }
  return text.replace(/&.*$/s, "").replace(/[^A-Za-z0-9_-]{1,8}$/, "");
}

/**
 * Reads a fragment. A failure's message says what is wrong with the link, and what to do. Rejects only if the link carries a
 * world and the code that parses it cannot be loaded.
 */
export async function readLink(hash: string): Promise<Result<SharedScript>> {
  const refused = (why: string): Result<never> => ({
    ok: false,
    message: `Can't open this link: ${why}`,
  });
  const [, version, packed] = /^#s=(\d{1,6})\.(.*)$/s.exec(asMade(hash)) ?? [];
  if (version === undefined || packed === undefined) {
    return refused("its format is missing, so it may be cut off. Ask for it again.");
  }
  if (Number(version) > linkVersion) {
    return refused(
      `it's from a newer version of the playground (format ${version}, this page reads up to ${linkVersion}). Update or reload this page and open it again.`,
    );
  }
  if (Number(version) < 1) return refused(`there is no format ${version}.`);
  if (packed.length > LONGEST_FRAGMENT)
    return refused("it is longer than 256 kB. Ask for the script as a file.");
  const unpacked = await unpack(packed, LARGEST);
  if (!unpacked.ok) {
    switch (unpacked.message) {
      case "not base64url":
        return refused("it contains invalid characters. Copy the full link and try again.");
      case "damaged":
        return refused("it's incomplete or damaged. Copy the full link and try again.");
      case "too large":
        return refused("its content is larger than 4 MB. Ask for the script as a file.");
    }
  }
  const document = parseJson(unpacked.value);
  if (document === undefined) return refused("it's damaged (not JSON). Copy the full link and try again.");
  const content = parseWith(Content, document, "what is in it");
  if (!content.ok) return refused(`${content.message}.`);
  const { name, script, world } = content.value;
  const shared = { name, source: script };
  if (world === undefined) return { ok: true, value: { ...shared, world: null } };
  const read = (await mainWorld()).simulator.parseWorld(world);
  if (!read.ok) return refused(`its world is invalid. ${read.message}`);
  return { ok: true, value: { ...shared, world: read.value } };
}

/** The integrations come only with a world: an embed of a script alone does without them. */
export async function mainWorld() {
  return (await import("../integrations/main-world")).loadMainWorld();
}
