/** The worker that unpacks a zip, so the page stays responsive and can end it (`unzip.ts`). */
import { messageOf } from "../../shared/message-of";
import type { ZipReply, ZipRequest } from "./unzip";
import { filesOfZip } from "./zip";

self.onmessage = async ({ data: { name, zip } }: MessageEvent<ZipRequest>) => {
  const reply = (message: ZipReply) => self.postMessage(message);
  try {
    reply({ files: await filesOfZip(name, new Uint8Array(await zip.arrayBuffer())) });
  } catch (error) {
    reply({ problem: messageOf(error) });
  }
};
