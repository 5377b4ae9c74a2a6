/** A script in the fragment of a link: `#s=<version>.<packed JSON>`. A fragment never reaches a server. */
import * as v from "valibot";
import type { WorldState } from "../integrations/world-simulator";
import { parseJson } from "../shared/json";
import { parseWith } from "../shared/parse-with";
import { failure, type Result } from "../shared/result";
import { pack, unpack } from "./pack";

/** Everything a link can carry. */
export interface SharedScript {
  /** File name, `.lua` at the end. */
  readonly name: string;
  readonly source: string;
  /** The main simulated world (`loadMainWorld`) it was written for, or `null` for any fresh one. */
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

export const ScriptText = v.pipe(
  v.string(),
  v.maxLength(LONGEST_SCRIPT, "Expected at most 1 MB"),
  v.check((text) => !text.includes("\0"), "Expected text, not compiled Lua"),
);

export const ScriptName = v.pipe(
  v.string(),
  v.minLength(1, "Expected a name"),
  v.maxLength(200, "Expected at most 200 characters"),
);

const Content = v.strictObject({
  name: ScriptName,
  script: ScriptText,
  /** Parsed by the simulator, which migrates older documents. */
  world: v.optional(v.unknown()),
});

/**
 * Returns the fragment, `#` included, that carries a script: its name, text and world, and nothing else. Account names and
 * tokens are left out (`WorldSimulator.shareable`). Rejects if the script contains what `readLink` would refuse.
 */
export async function linkFragment(shared: SharedScript): Promise<string> {
  const { name, source, world } = shared;
  refuseNul(source);
  return packedFragment("s", { name, script: source, ...(await carried(world, source)) });
}

/** Throws if a text has the character that no link carries. */
export function refuseNul(source: string): void {
  const nul = source.indexOf("\0");
  if (nul < 0) return;
  const line = source.slice(0, nul).split("\n").length;
  throw new Error(`line ${line} contains a NUL character, which links can't carry. Write "\\0" instead`);
}

/** The world as links carry it: without names that `source` does not mention. */
export async function carried(world: WorldState | null, source: string): Promise<{ world?: unknown }> {
  return world === null ? {} : { world: (await mainWorld()).simulator.shareable(world, source) };
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
 * Reads a fragment. A failure's message says what is wrong with the link and what to do. Rejects only if the link carries a
 * world and the code that parses it can't be loaded.
 */
export async function readLink(hash: string): Promise<Result<SharedScript>> {
  const content = await readPacked(hash, "s", Content);
  if (!content.ok) return content;
  const { name, script } = content.value;
  const world = await readSharedWorld(content.value.world);
  return world.ok ? { ok: true, value: { name, source: script, world: world.value } } : world;
}

/** Packs a document as the fragment of this letter. */
export async function packedFragment(letter: string, content: unknown): Promise<string> {
  return `#${letter}=${linkVersion}.${await pack(JSON.stringify(content))}`;
}

/** Reads a fragment of this letter, and parses its contents by a schema. */
export async function readPacked<T>(
  hash: string,
  letter: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<Result<T>> {
  const [, own, version, packed] = /^#([a-z])=(\d{1,6})\.(.*)$/s.exec(asMade(hash)) ?? [];
  if (own !== letter || version === undefined || packed === undefined) {
    return failure("This link is incomplete. Copy the full link and try again.");
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
  const content = parseWith(schema, document, "its content");
  return content.ok ? content : refused(`${content.message}.`);
}

/** Reads the simulated world of a link; `null` if it has none. */
export async function readSharedWorld(world: unknown): Promise<Result<WorldState | null>> {
  if (world === undefined) return { ok: true, value: null };
  const read = (await mainWorld()).simulator.parseWorld(world);
  return read.ok ? read : refused(`its world is invalid. ${read.message}`);
}

const refused = (why: string) => failure(`Couldn't open this link: ${why}`);

/** The integrations come only with a world: an embed of a script alone does without them. */
export async function mainWorld() {
  return (await import("../integrations/main-world")).loadMainWorld();
}
