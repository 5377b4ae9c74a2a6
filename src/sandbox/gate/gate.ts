/**
 * The gate's whole script: a worker between the page and a worker that runs scripts. A message must be unpacked before its
 * size is known, in every engine. So the gate unpacks it first, and passes on what the page can unpack quickly. Bundled to text (`tools/vite/box-plugin.ts`).
 */
import type { GateStart } from "../protocol";
import { weigh } from "../weigh";

addEventListener(
  "message",
  ({ data: { page, box } }: MessageEvent<GateStart>) => {
    // The page terminates the worker at an unreadable message.
    const refuse = () => {
      box.close();
      page.postMessage(null);
    };
    page.onmessage = ({ data }) => box.postMessage(data);
    box.onmessageerror = refuse;
    box.onmessage = ({ data }) => {
      const buffers = weigh(data);
      if (buffers === null) return refuse();
      try {
        page.postMessage(data, buffers);
      } catch {
        refuse();
      }
    };
  },
  { once: true },
);
