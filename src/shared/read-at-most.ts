/** Reads bytes of unknown number: counts them as they arrive, whatever a header says. */

/** What one piece of deflated data can become is a thousand times its size: small pieces keep that small. */
const PIECE = 4096;

/** Returns all bytes of a stream, or `null` if there are more than `most`; the rest isn't read. Rejects if the stream fails. */
export async function readAtMost(
  stream: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let count = 0;
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    count += piece.value.byteLength;
    if (count > most) {
      reader.cancel().catch(() => {
        // The stream has failed too, and the rest is not needed.
      });
      return null;
    }
    pieces.push(piece.value);
  }
  const all = new Uint8Array(count);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

/** Inflates deflated bytes (RFC 1951, no header). `null` if there are more than `most`. Rejects if they are damaged. */
export function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  let at = 0;
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE));
        else controller.close();
        at += PIECE;
      },
    },
    { highWaterMark: 0 },
  );
  return readAtMost(pieces.pipeThrough(new DecompressionStream("deflate-raw")), most);
}
