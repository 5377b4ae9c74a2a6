/**
 * The gate's whole script: a worker between the page and a worker that runs scripts. Whoever receives a message unpacks all of
 * it before it can be judged, and no engine tells its size first. So the gate receives it, and passes on what the page can
 * unpack at once. Bundled to text (`tools/vite/box-plugin.ts`).
 */
import type { GateStart } from "../protocol";
import { weigh } from "../weigh";

addEventListener(
  "message",
  ({ data: { page, box } }: MessageEvent<GateStart>) => {
    // The page ends the worker at a message that cannot be read.
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
