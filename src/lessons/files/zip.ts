import { messageOf } from "../../shared/message-of";
import { inflate } from "../../shared/read-at-most";
import { CourseProblem } from "../format/problem";
import { CourseLimits, courseText, isCourseFile, LARGEST_FILE, LARGEST_ZIP, tooLargeZip } from "./text-files";

/** Files and folders of all kinds. */
const MOST_ENTRIES = 4_000;

/** Signatures, and sizes of the records without their names (PKWARE's APPNOTE.TXT, 4.3). */
const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const LONGEST_COMMENT = 0xffff;

const STORED = 0;
const DEFLATED = 8;

interface Entry {
  /** With `/` between folders: some programs of Windows write backslashes. */
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** The unpacked size that the zip claims. */
  readonly said: number;
  /** Where the entry begins, its data begins and its data ends. */
  readonly from: number;
  readonly data: number;
  readonly to: number;
}

/**
 * Returns a zip's text files, by path. `name` is the zip's own, for messages. Sizes in the zip are not trusted: bytes are
 * counted while unpacking, and entries that share bytes are refused.
 *
 * Rejects with a `CourseProblem` if it is not a zip, or if its files are too large or not text.
 */
export async function filesOfZip(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadonlyMap<string, string>> {
  if (bytes.length > LARGEST_ZIP) throw tooLargeZip(name);
  const unreadable = (why: string) => new CourseProblem(`${name}: Couldn't read this zip (${why}).`);
  const limits = new CourseLimits();
  const files = new Map<string, string>();
  for (const entry of entriesOf(bytes, unreadable)) {
    const { path } = entry;
    if (!isCourseFile(path)) continue;
    if (files.has(path)) throw unreadable(`${path} appears twice`);
    if (entry.encrypted) throw unreadable(`${path} is encrypted`);
    const unpacked = await unpack(entry, bytes.subarray(entry.data, entry.to), unreadable);
    limits.take(path, unpacked?.length ?? Number.POSITIVE_INFINITY);
    if (unpacked === null) continue;
    if (unpacked.length !== entry.said) throw unreadable(`${path} doesn't have the size given in the zip`);
    files.set(path, courseText(path, unpacked));
  }
  return files;
}

type Unreadable = (why: string) => CourseProblem;

/** `null` if it is larger than a file of a course may be. */
async function unpack(
  { path, method }: Entry,
  packed: Uint8Array<ArrayBuffer>,
  unreadable: Unreadable,
): Promise<Uint8Array | null> {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw unreadable(`${path} uses an unsupported compression method, ${method}`);
  try {
    return await inflate(packed, LARGEST_FILE);
  } catch (error) {
    throw unreadable(`${path}: ${messageOf(error)}`);
  }
}

/** The entries of the central directory, none of which shares a byte with another. */
function entriesOf(bytes: Uint8Array, unreadable: Unreadable): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(view);
  if (end === null) throw unreadable("it isn't a zip file, or is incomplete");
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw unreadable(`it has ${count} entries, at most ${MOST_ENTRIES} are allowed`);
  const entries: Entry[] = [];
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL.size > end || view.getUint32(at, true) !== CENTRAL.signature) {
      throw unreadable("its list of files is damaged");
    }
    const nameLength = view.getUint16(at + 28, true);
    const path = nameIn(bytes.subarray(at + CENTRAL.size, at + CENTRAL.size + nameLength));
    const from = view.getUint32(at + 42, true);
    if (from + LOCAL.size > directory || view.getUint32(from, true) !== LOCAL.signature) {
      throw unreadable(`${path} is not where its list of files says`);
    }
    const data = from + LOCAL.size + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    const to = data + view.getUint32(at + 20, true);
    if (to > directory) throw unreadable(`${path} goes past its end`);
    entries.push({
      path: path.replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      said: view.getUint32(at + 24, true),
      ...{ from, data, to },
    });
    at += CENTRAL.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const inOrder = [...entries].sort((a, b) => a.from - b.from);
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next !== undefined && entry.to > next.from) {
      throw unreadable(`${entry.path} and ${next.path} share bytes`);
    }
  }
  return entries;
}

/** Where the record at the end of a zip begins; a comment may follow. `null` if there is none. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return null;
}

/** Names are UTF-8, also where a program does not say so; old ones are of some Latin alphabet. */
function nameIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}
