import { deferred } from "../../shared/deferred";
import { CourseProblem } from "../format/problem";
import { LARGEST_ZIP, tooLargeZip } from "./text-files";

/** The page's request to `zip-worker.ts`, and the response. */
export interface ZipRequest {
  readonly name: string;
  readonly zip: Blob;
}
export type ZipReply = { readonly files: ReadonlyMap<string, string> } | { readonly problem: string };

/** The largest course takes well below a second. */
const PATIENCE_MS = 10_000;

/**
 * Returns a zip's text files, by path, unpacked in a worker that is terminated if it takes too long.
 *
 * Rejects with a `CourseProblem` if it is not a zip, or if its files are too large or not text.
 */
export async function unzip(name: string, zip: Blob): Promise<ReadonlyMap<string, string>> {
  if (zip.size > LARGEST_ZIP) throw tooLargeZip(name);
  const worker = new Worker(new URL("./zip-worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = deferred<ReadonlyMap<string, string>>();
  const refuse = (why: string) => reject(new CourseProblem(`${name}: ${why}`));
  const timer = setTimeout(
    () => refuse(`Couldn't unpack this zip within ${PATIENCE_MS / 1000} seconds.`),
    PATIENCE_MS,
  );
  worker.onmessage = ({ data }: MessageEvent<ZipReply>) => {
    if ("files" in data) resolve(data.files);
    else reject(new CourseProblem(data.problem));
  };
  worker.onerror = () => refuse("Couldn't load the zip reader. Check your connection and try again.");
  worker.postMessage({ name, zip } satisfies ZipRequest);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
